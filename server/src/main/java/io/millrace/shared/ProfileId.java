package io.millrace.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.millrace.kernel.timeline.Uuids;
import java.util.UUID;

/**
 * The id of a profile: the place where facts arrive and stay. A customer is a set of profiles and
 * bears the id of its root profile, so this type names customers too. Written {@code cus_} and the
 * UUIDv7 in hexadecimal with hyphens.
 */
public record ProfileId(UUID value) implements Comparable<ProfileId> {
    private static final String PREFIX = "cus_";

    /**
     * Reads {@code cus_<uuid>} or a bare UUID.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    @JsonCreator
    public static ProfileId parse(String text) {
        return new ProfileId(
                UUID.fromString(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text));
    }

    /** Orders as PostgreSQL and the columnar store do. */
    @Override
    public int compareTo(ProfileId other) {
        return Uuids.ORDER.compare(value, other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return PREFIX + value;
    }
}
