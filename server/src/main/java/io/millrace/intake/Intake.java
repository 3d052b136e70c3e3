package io.millrace.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything from outside comes in: events, files, and the inbox of what could not be taken.
 */
public interface Intake {
    /**
     * Takes events as Segment's clients send them, validates, resolves and commits them together
     * with other callers' events (group commit). Returns after the commit.
     *
     * @param source the name of the write key
     * @param body the JSON of one call or one batch, as received
     */
    Receipt take(String source, byte[] body, Options options);

    /**
     * @param strict a rejected item is an error of the request instead of an entry in the inbox
     *     only
     */
    record Options(boolean strict, @Nullable String type) {}

    /** What became of the items of one request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(int accepted, int duplicates, int rejected, List<Rejection> errors) {}

    record Rejection(int index, @Nullable String messageId, String code, String message) {}
}
