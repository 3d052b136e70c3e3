package io.millrace.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The instant as of which a question is asked: facts up to and including it count. A controller's
 * parameter of this type is read from the query parameter of the same name: an RFC 3339 instant, or
 * a date, which means the start of that day in the workspace's zone. Absent, it is now, or null if
 * the parameter is declared nullable.
 */
public record AsOf(Instant instant) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The instant that was asked for, within the years 1 to 9999; else now, rounded up to the
     * minute, so that what has just happened is in it and answers of one minute can be kept.
     */
    public static Instant orThisMinute(@Nullable Instant asked, InstantSource clock) {
        if (asked == null) {
            return clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        }
        if (asked.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return asked.isAfter(LATEST) ? LATEST : asked;
    }
}
