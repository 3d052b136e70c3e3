package io.millrace.kernel.timeline;

/**
 * Which facts a reading sees: those with {@code occurredAt <= occurredBy} and {@code recordedAt <=
 * recordedBy}, both in microseconds since 1970 UTC.
 */
public record Cut(long occurredBy, long recordedBy) {
    /** Every fact that the store holds. */
    public static final Cut EVERYTHING = new Cut(Long.MAX_VALUE, Long.MAX_VALUE);

    /** What had happened by then, whenever it became known. */
    public static Cut asOf(long t) {
        return new Cut(t, Long.MAX_VALUE);
    }

    /** What had happened and could have been known by then. */
    public static Cut knownAt(long t) {
        return new Cut(t, t);
    }

    /** Both cuts at once. */
    public Cut and(Cut other) {
        return new Cut(
                Math.min(occurredBy, other.occurredBy), Math.min(recordedBy, other.recordedBy));
    }
}
