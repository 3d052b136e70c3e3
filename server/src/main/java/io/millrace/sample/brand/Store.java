package io.millrace.sample.brand;

/**
 * A shop in a street.
 *
 * @param code as orders name it
 * @param city Chinese name of the city
 */
public record Store(String code, String name, String city, String cityEnglish) {}
