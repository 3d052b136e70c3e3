package io.millrace.audiences.tags;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rules that give tags. Each has an audience, an existing one or one of its own: who enters is
 * given the tag, who leaves loses it, live and exactly once. Its condition is changed as an
 * audience's is, with a preview of who would come and go.
 */
public interface AutomaticTags {
    List<Rule> rules();

    Optional<Rule> rule(UUID id);

    Made make(Wanted wanted, String by);

    /** Another schedule, another lifetime, or a pause; tag and audience stay. */
    Made change(UUID id, Wanted wanted);

    /**
     * The rule goes, what it gave is taken, and its audience goes too if it was made for it and
     * nobody else uses it. False if there is no such rule.
     */
    boolean delete(UUID id);

    /**
     * @param days weekdays such as {@code TUE}; empty for always
     * @param audience of whom; null with a condition, for which an audience is made
     * @param keepDays how many days of 24 hours the tag stays after the audience was left
     * @param expireDays how many days it stays at most after it was given
     */
    record Wanted(
            @Nullable String category,
            @Nullable String value,
            List<String> days,
            @Nullable UUID audience,
            @Nullable JsonNode condition,
            @Nullable Integer keepDays,
            @Nullable Integer expireDays,
            boolean paused) {
        public Wanted {
            days = List.copyOf(days);
        }
    }

    /**
     * @param members of its audience
     * @param bearers who bear the tag because of it
     * @param state of its audience: {@code live}, {@code evaluating} or {@code failed}
     */
    record Rule(
            UUID id,
            String category,
            String value,
            List<String> days,
            UUID audience,
            String audienceName,
            @Nullable Label sentence,
            boolean own,
            @Nullable Integer keepDays,
            @Nullable Integer expireDays,
            boolean paused,
            int members,
            int bearers,
            String state,
            @Nullable String lastError,
            String by,
            Instant at) {}

    /** Answers of {@link #make} and {@link #change}. */
    sealed interface Made {
        /**
         * @param job that evaluates everybody, if one is needed
         */
        record Done(UUID id, @Nullable UUID job) implements Made {}

        record Invalid(List<FieldProblem> errors) implements Made {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }

        record NoSuchRule() implements Made {}
    }
}
