package io.millrace.kernel.timeline;

/**
 * Writes a new base from facts in any order under a bounded heap: sorts runs, spills them, merges
 * them. Used by one thread.
 */
public final class BulkWriter {
    BulkWriter() {}

    public void add(Fact fact) {
        throw new IllegalStateException("not yet");
    }

    /** Merges what was added and opens the store for use. */
    public TimelineStore finish(long watermark) {
        throw new IllegalStateException("not yet");
    }
}
