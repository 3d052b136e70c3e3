package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that could not be taken, with its reason, until somebody fixes, replays or dismisses
 * it. Payloads are sealed; an erasure removes the entries in which the person appears.
 */
public interface Inbox {
    /** Entries, newest first. Messages are in the reader's language. */
    Page<Entry> list(
            Filter filter, @Nullable String cursor, int limit, boolean withTotal, Locale locale);

    /** One entry with its payload. */
    Optional<Entry> find(UUID id, Locale locale);

    /** How many entries wait, by code, most first. */
    List<CodeCount> summary(Locale locale);

    /** Replaces the payload of an entry that waits. */
    Change fix(UUID id, String payload, String by);

    /** Tries an entry again, in its own transaction. */
    Change replay(UUID id, String by);

    /** Tries again what waits: these entries, or all of one code. */
    Replayed replay(List<UUID> ids, @Nullable String code, String by);

    Change dismiss(UUID id, String by);

    /**
     * Keeps rejected rows of a file, in the caller's transaction.
     *
     * @return how many are new; a row whose key waits already is not kept again
     */
    int keep(Collection<Kept> rejected);

    /**
     * @param state open, fixed, replayed or dismissed; null for what waits (open and fixed)
     */
    record Filter(@Nullable String state, @Nullable String code, @Nullable String source) {}

    /**
     * @param channel {@code api} or {@code import}
     * @param pointer JSON Pointer to what is wrong
     * @param preview what it is, without personal data
     * @param payload the JSON as it would be replayed; null in lists
     */
    record Entry(
            UUID id,
            Instant receivedAt,
            String source,
            String channel,
            String code,
            String pointer,
            String message,
            @Nullable String messageId,
            String preview,
            String state,
            @Nullable String payload,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {
        /** The same for eyes that may not see personal data. */
        public Entry withoutPayload() {
            return new Entry(
                    id,
                    receivedAt,
                    source,
                    channel,
                    code,
                    pointer,
                    message,
                    messageId,
                    preview,
                    state,
                    null,
                    changedAt,
                    changedBy);
        }
    }

    record CodeCount(String code, String message, long count, Instant lastAt) {}

    record Replayed(int replayed, int stillRejected) {}

    /** Answers of {@link #fix}, {@link #replay(UUID, String)} and {@link #dismiss}. */
    sealed interface Change {
        record Done() implements Change {}

        record Unknown() implements Change {}

        /** The entry was replayed or dismissed before. */
        record Closed(String state) implements Change {}

        /** Rejected again; the entry now tells this reason. */
        record Rejected(String code, String message) implements Change {}

        /** The new payload is not one JSON object. */
        record NotJson() implements Change {}
    }

    /**
     * A row to keep.
     *
     * @param key the row's own key, by which it is kept only once while it waits
     * @param payload JSON that {@link Replays} understands
     */
    record Kept(
            String source,
            String code,
            String pointer,
            List<String> arguments,
            @Nullable String messageId,
            @Nullable UUID key,
            String preview,
            String payload,
            List<Identity> identities,
            Instant receivedAt) {}

    /** Who can try again what a channel kept; the intake has its own for {@code api}. */
    interface Replays {
        String channel();

        /**
         * Takes the payload in the caller's transaction.
         *
         * @return null if it was taken, otherwise why it still cannot be
         */
        @Nullable Refusal replay(String source, Instant receivedAt, String payload);

        /**
         * @param arguments what the placeholders of the code's message stand for
         */
        record Refusal(String code, List<String> arguments) {}
    }
}
