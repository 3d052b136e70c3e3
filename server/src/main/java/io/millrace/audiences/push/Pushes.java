package io.millrace.audiences.push;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions to who enters and leaves an audience. Each change is planned as one delivery in the
 * transaction that writes it, and is sent until the receiver takes it: at least once, in order, and
 * always under the same {@code webhook-id}.
 */
public interface Pushes {
    /** The subscriptions of an audience, the oldest first. */
    List<Push> of(UUID audience);

    Optional<Push> find(UUID id);

    Made create(UUID audience, Wanted wanted, String by);

    /** Changes what is not null. */
    Changed change(UUID id, Wanted wanted);

    /** False if there is none. Its deliveries go with it. */
    boolean delete(UUID id);

    /** Another secret; the old one signs nothing from now on. */
    Optional<String> renewSecret(UUID id);

    /** Sends a {@code ping} now and says what came back. */
    Optional<Answer> ping(UUID id);

    /**
     * Newest first.
     *
     * @param state one of {@code planned}, {@code delivered}, {@code failed}; null for all
     */
    Page<Delivery> deliveries(UUID id, @Nullable String state, @Nullable String cursor, int limit);

    /**
     * Plans deliveries again that were delivered or given up.
     *
     * @param some null for all that were given up
     * @return how many
     */
    int replay(UUID id, @Nullable Set<UUID> some);

    /**
     * What is asked for.
     *
     * @param events of {@code audience.entered} and {@code audience.left}
     * @param level {@code id}, or {@code internal} for the identities too, masked as for an
     *     operator
     * @param state {@code active} or {@code paused}
     */
    record Wanted(
            @Nullable String url,
            @Nullable Set<String> events,
            @Nullable String level,
            @Nullable String state) {}

    /**
     * @param state {@code active}, {@code paused}, or {@code stopped} after too many failures
     * @param failures attempts that failed since the last one that did not
     */
    record Push(
            UUID id,
            UUID audience,
            String url,
            List<String> events,
            String level,
            String state,
            int failures,
            long planned,
            long delivered,
            long failed,
            String createdBy,
            Instant createdAt) {}

    /**
     * @param status of the last answer; null if there was none
     * @param answer how the last answer began, or why there was none
     * @param due when it is tried next, if it is planned
     */
    record Delivery(
            UUID id,
            String event,
            ProfileId customer,
            Instant at,
            String state,
            int attempts,
            @Nullable Instant due,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable Integer millis) {}

    /**
     * What came of one request.
     *
     * @param status null if there was no answer
     * @param text how the answer began, or why there was none
     */
    record Answer(@Nullable Integer status, String text, int millis) {
        /** True if the receiver took it. */
        public boolean taken() {
            return status != null && status >= 200 && status < 300;
        }
    }

    /** Answers of {@link #create}. */
    sealed interface Made {
        /**
         * @param secret shown this once
         */
        record Done(UUID id, String secret) implements Made {}

        record Invalid(List<FieldProblem> errors) implements Made {}

        record NoSuchAudience() implements Made {}
    }

    /** Answers of {@link #change}. */
    sealed interface Changed {
        record Done() implements Changed {}

        record Invalid(List<FieldProblem> errors) implements Changed {}

        record NoSuchPush() implements Changed {}
    }
}
