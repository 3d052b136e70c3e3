package io.millrace.timelines;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which transactions had committed at one moment, as {@code pg_current_snapshot()} tells it. What
 * became visible between two moments is exactly: what was running at the first, and what began
 * after it. So a long transaction holds back its own facts only, and nobody else's.
 *
 * @param xmin every transaction below has ended
 * @param xmax no transaction from here on had begun
 * @param running what had not ended, between both
 */
record CommitSnapshot(long xmin, long xmax, long[] running) {
    /** Reads {@code xmin:xmax:running,running…}. */
    static CommitSnapshot parse(String text) {
        String[] parts = text.split(":", -1);
        long[] running =
                parts[2].isEmpty()
                        ? new long[0]
                        : Arrays.stream(parts[2].split(",", -1))
                                .mapToLong(Long::parseLong)
                                .toArray();
        return new CommitSnapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /** As {@link #parse} reads it. */
    String text() {
        return xmin
                + ":"
                + xmax
                + ":"
                + LongStream.of(running).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    /** Everything below the watermark is known, nothing from there on. */
    static CommitSnapshot at(long watermark) {
        return new CommitSnapshot(watermark, watermark, new long[0]);
    }

    /**
     * The SQL condition of what was not yet to be seen; made of numbers only, because COPY takes no
     * parameters.
     */
    String unseen() {
        return "tx >= '%d'::xid8 or tx = any('{%s}'::xid8[])"
                .formatted(
                        xmax,
                        LongStream.of(running)
                                .mapToObj(Long::toString)
                                .collect(Collectors.joining(",")));
    }

    /** True if nothing can have become visible since. */
    boolean sameAs(CommitSnapshot earlier) {
        return xmax == earlier.xmax && Arrays.equals(running, earlier.running);
    }
}
