package io.millrace.kernel.timeline;

/** What opening a store's folder came to. */
public sealed interface Opening {
    /** Every file is whole; an empty folder opens as an empty store with watermark 0. */
    record Opened(TimelineStore store) implements Opening {}

    /**
     * Something is missing, torn or changed. Nothing of the store may be read; rebuild it with
     * {@link TimelineStore#rebuild}.
     */
    record Damaged(String reason) implements Opening {}
}
