package io.millrace.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How the parameter {@code asOf} and its like are read: as an instant or as a day. */
public final class AsOf {
    private AsOf() {}

    /**
     * Reads an RFC 3339 instant ({@code 2026-01-31T10:00:00Z}, or with an offset) or a date, which
     * means the start of that day in the workspace's zone.
     *
     * @return empty if the text is neither, or lies outside the years 1 to 9999
     */
    public static Optional<Instant> read(String text, ZoneId zone) {
        try {
            Instant instant =
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
            return Optional.of(instant).filter(AsOf::ordinary);
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static boolean ordinary(Instant instant) {
        long seconds = instant.getEpochSecond();
        return seconds > -62_135_600_000L && seconds < 253_402_300_800L;
    }
}
