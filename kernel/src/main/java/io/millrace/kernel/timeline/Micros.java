package io.millrace.kernel.timeline;

import java.time.Instant;
import java.time.ZoneId;

/** Instants as the kernel counts them: whole microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {
    /** 24 hours. */
    public static final long DAY = 86_400_000_000L;

    private Micros() {}

    /** Microseconds since 1970; what is finer than a microsecond is cut off. */
    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                instant.getNano() / 1_000);
    }

    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /** The day on which an instant falls in a zone, days since 1970-01-01. */
    public static int day(long micros, ZoneId zone) {
        return Math.toIntExact(toInstant(micros).atZone(zone).toLocalDate().toEpochDay());
    }

    /** Full days from {@code from} to {@code to}; negative if {@code to} is earlier. */
    public static long daysBetween(long from, long to) {
        return Math.floorDiv(to - from, DAY);
    }
}
