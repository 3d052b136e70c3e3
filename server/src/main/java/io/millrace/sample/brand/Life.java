package io.millrace.sample.brand;

import java.util.List;

/**
 * One person's whole history with the brand.
 *
 * @param happenings in the order in which they happened
 */
public record Life(Person person, List<Happening> happenings) {}
