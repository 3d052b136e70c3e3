package io.millrace.audiences.live;

import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How large an audience would have been on past days, by its condition and by what is known now.
 * Worked out in the background and kept with the version of the condition.
 */
public interface Backtests {
    int FEWEST_POINTS = 2;

    /** Two years, day by day. */
    int MOST_POINTS = 731;

    /** Every seventh day of two years. */
    int WEEKLY = 105;

    /**
     * Queues a back-test of the condition as it is now.
     *
     * @param from null means 728 days before {@code to}
     * @param to null means now
     * @param points from {@link #FEWEST_POINTS} to {@link #MOST_POINTS}, at equal distances, the
     *     first at {@code from} and the last at {@code to}
     */
    Begun begin(UUID audience, @Nullable Instant from, @Nullable Instant to, int points, String by);

    /** Those of an audience, newest first; empty if there is no such audience. */
    Optional<List<Backtest>> of(UUID audience);

    /** Answers of {@link #begin}. */
    sealed interface Begun {
        record Queued(UUID backtest, UUID job) implements Begun {}

        record Invalid(List<FieldProblem> errors) implements Begun {}

        /** A list has no condition. */
        record IsList() implements Begun {}

        record NoSuchAudience() implements Begun {}
    }

    /**
     * @param version of the audience's condition
     * @param curve null while it is not done
     * @param millis how long the scan took; null while it is not done
     */
    record Backtest(
            UUID id,
            int version,
            JsonNode condition,
            Instant from,
            Instant to,
            int points,
            UUID job,
            @Nullable List<Point> curve,
            @Nullable Long millis,
            String by,
            Instant at) {}

    /**
     * @param size how many customers the condition held for then
     */
    record Point(Instant asOf, int size) {}
}
