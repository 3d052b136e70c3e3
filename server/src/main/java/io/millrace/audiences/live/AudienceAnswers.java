package io.millrace.audiences.live;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be asked of conditions and audiences without changing anything. An absent answer means
 * that there is no such audience or customer.
 */
public interface AudienceAnswers {
    /**
     * Whom a condition would take in.
     *
     * @param asOf null means now, rounded up to the minute
     */
    Previewed preview(@Nullable JsonNode condition, @Nullable Instant asOf);

    /** Why a customer is in an audience or not. */
    Optional<Why> why(UUID audience, ProfileId customer, @Nullable Instant asOf);

    /** A condition in words. */
    Worded sentence(@Nullable JsonNode condition);

    /**
     * How an audience grew, by days of the workspace.
     *
     * @param from null means ninety days before {@code to}
     * @param to null means today
     */
    Optional<List<Day>> trend(UUID audience, @Nullable LocalDate from, @Nullable LocalDate to);

    /**
     * How large the audience's condition was on past days, of what is known now, at once; {@link
     * Backtests} keeps longer ones.
     *
     * @param points 2 to 60
     */
    Optional<List<Backtests.Point>> backtest(
            UUID audience, @Nullable Instant from, @Nullable Instant to, int points);

    /** With whom an audience shares members, most first. */
    Optional<List<Overlap>> overlap(UUID audience);

    /** Answers of {@link #preview}. */
    sealed interface Previewed {
        /**
         * @param total all customers as of the instant
         * @param addresses how many have an address on each channel
         * @param reach how many of these can be reached there: they gave their consent to marketing
         *     on it, and did not take it back
         * @param steps how the number develops as the parts are added one after the other
         * @param selection opens exactly these in the list of customers
         */
        record Done(
                int count,
                int total,
                Instant asOf,
                Map<String, Integer> addresses,
                Map<String, Integer> reach,
                List<Step> steps,
                String selection,
                long millis)
                implements Previewed {}

        record Invalid(List<FieldProblem> errors) implements Previewed {}
    }

    /**
     * @param pointer to the part, within the condition
     * @param count of customers for whom this part and all before it hold
     */
    record Step(String pointer, Label sentence, int count) {}

    /** Answers of {@link #sentence}. */
    sealed interface Worded {
        record Done(Label sentence) implements Worded {}

        record Invalid(List<FieldProblem> errors) implements Worded {}
    }

    /**
     * @param until when time alone changes the answer; null if never
     */
    record Why(boolean holds, @Nullable Instant until, Instant asOf, Clause clause) {}

    /**
     * @param truth {@code true}, {@code false} or {@code unknown}
     * @param value what was found: a count, a sum, a value; null if nothing
     * @param facts how many facts counted
     * @param until when time alone changes this clause; null if never
     */
    record Clause(
            JsonNode condition,
            Label sentence,
            String truth,
            @Nullable String value,
            long facts,
            @Nullable Instant lastAt,
            @Nullable Instant until,
            List<Clause> of) {}

    /**
     * @param size at the day's end
     */
    record Day(LocalDate day, int size, int entered, int left) {}

    /**
     * @param both in this one and the other
     * @param either in this one, the other, or both
     * @param share of this one's members who are in the other, 0 to 1
     */
    record Overlap(UUID id, String name, int both, int either, double share) {}
}
