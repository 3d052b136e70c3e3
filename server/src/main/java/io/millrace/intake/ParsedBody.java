package io.millrace.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body read to its end, or to where it broke. */
sealed interface ParsedBody {
    /** The write key that the body named, as far as it was read. */
    @Nullable String writeKey();

    /**
     * @param tooMany how many calls came after the last one that a batch may have
     * @param context the batch's own context, which each call inherits
     * @param contextAt where that context stands in the body, for the inbox; empty if there is none
     */
    record Calls(
            @Nullable String writeKey,
            List<RawCall> calls,
            int tooMany,
            Slice tooManyAt,
            RawCall.Context context,
            @Nullable Flaw contextFlaw,
            Slice contextAt,
            @Nullable String sentAt,
            boolean batch)
            implements ParsedBody {}

    record Broken(@Nullable String writeKey, String code, long offset) implements ParsedBody {}

    /** Bytes {@code [start, end)} of the body. */
    record Slice(int start, int end) {
        static final Slice NONE = new Slice(0, 0);
    }
}
