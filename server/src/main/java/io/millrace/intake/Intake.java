package io.millrace.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where everything from outside comes in: events, files, and the inbox of what could not be taken.
 */
public interface Intake {
    /**
     * Takes events as Segment's clients send them, validates, resolves and commits them together
     * with other callers' events (group commit). Returns after the commit.
     *
     * <p>For the product's own parts, which need no key. Whoever speaks for somebody outside uses
     * {@link #accept}.
     *
     * @param source the name under which the facts are kept, such as a write key's name
     * @param body the JSON of one call or one batch, as received
     * @throws org.springframework.dao.DataAccessException if the database is away; nothing was
     *     acknowledged then, and sending the same again is harmless
     */
    Receipt take(String source, byte[] body, Options options);

    /**
     * The same for a request from outside: authenticates, bounds what waits in memory, and answers
     * instead of throwing.
     */
    Answer accept(Request request);

    /** The events taken last, newest first, without personal data; for looking at live traffic. */
    List<LiveEvent> live(int limit);

    /**
     * @param strict a rejected item is an error of the request, and not only an entry in the inbox
     * @param type the call's type where the path says it ({@code track}); null for a batch
     * @param language of the messages in the receipt
     */
    record Options(boolean strict, @Nullable String type, Locale language) {
        public Options(boolean strict, @Nullable String type) {
            this(strict, type, Locale.ENGLISH);
        }
    }

    /**
     * @param key the write key that a header gave, or null: then the body must name it
     * @param length how many bytes of {@code body} count
     * @param cut true if the body is longer than what may be read, and this is its beginning
     */
    record Request(@Nullable String key, byte[] body, int length, boolean cut, Options options) {}

    /** Answers of {@link #accept}. */
    sealed interface Answer {
        /** Committed: what is counted as accepted is there for ever. */
        record Taken(Receipt receipt) implements Answer {}

        /** No write key, or one that is not valid now. */
        record UnknownKey() implements Answer {}

        /**
         * The body is not JSON, or breaks a limit as a whole; its beginning is in the inbox.
         *
         * @param offset the byte at which reading stopped
         */
        record Broken(String code, long offset) implements Answer {}

        /** Too much is waiting; nothing was taken. */
        record Busy(int retryAfterSeconds) implements Answer {}

        /** The database did not answer in time. Sending the same again is harmless. */
        record Unavailable(int retryAfterSeconds) implements Answer {}
    }

    /** The key for ever of the fact that a message of this source becomes. */
    static UUID messageKey(String source, String messageId) {
        return MessageKey.of(source, messageId);
    }

    /**
     * What became of the items of one request.
     *
     * @param duplicates items whose messageId, or whose order and content, were there already
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Receipt(int accepted, int duplicates, int rejected, List<Rejection> errors) {
        public Receipt {
            errors = List.copyOf(errors);
        }
    }

    /**
     * @param index the item's place in the batch, from 0
     * @param pointer JSON Pointer to what is wrong, within the request's body
     */
    record Rejection(
            int index, @Nullable String messageId, String code, String pointer, String message) {}

    /**
     * One event as it passed by.
     *
     * @param outcome {@code accepted}, {@code duplicate}, or the code for which it was rejected
     * @param attributes the names of its attributes; values may be personal and are not kept here
     */
    record LiveEvent(
            Instant receivedAt,
            Instant occurredAt,
            String source,
            String type,
            @Nullable String event,
            @Nullable String messageId,
            List<String> attributes,
            boolean historical,
            String outcome) {}
}
