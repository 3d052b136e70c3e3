package io.millrace.timelines;

import io.millrace.shared.ProfileId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Opens sealed dates (birthdays above all) for conditions, which may ask when an anniversary is
 * though no file and no fact holds the day in clear. What is opened stays in memory. Provided by
 * the module that knows the attributes and their keys.
 */
public interface SealedDateReader {
    /** The attributes whose sealed values are dates that conditions may ask of. Cheap. */
    Set<String> attributes();

    /** The dates; values that are none, or of erased persons, are absent. */
    Map<SealedValue, LocalDate> dates(Collection<SealedValue> values);

    /** A value of a {@code profile.changed} fact of this profile. */
    record SealedValue(ProfileId profile, String sealed) {}
}
