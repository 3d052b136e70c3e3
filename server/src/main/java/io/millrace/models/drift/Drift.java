package io.millrace.models.drift;

import io.millrace.shared.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the bounds of the RFM scores stood on each of the last days, how large the segments were,
 * and whether customers moved by themselves or because the bounds moved. All is scored by today's
 * settings from what had happened by each day.
 */
public interface Drift {
    /**
     * The day asked for and the same day of each of the twelve months before it.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Months months(@Nullable Instant asOf);

    /**
     * Who scores otherwise than on an earlier day.
     *
     * @param since the earlier day, whose beginning counts
     */
    Moves moves(LocalDate since, @Nullable Instant asOf);

    /** The earliest first; the last is the instant asked for. */
    record Months(Instant asOf, @Nullable String currency, List<Month> months) {}

    /**
     * @param recencyDays four bounds, ascending, in days; null where ties leave a score empty, as
     *     in the others
     * @param frequency in orders
     * @param monetary in minor units
     */
    record Month(
            Instant asOf,
            int customers,
            List<@Nullable Long> recencyDays,
            List<@Nullable Long> frequency,
            List<@Nullable Long> monetary,
            List<Segment> segments) {}

    record Segment(String segment, Label label, int customers, String open) {}

    /**
     * @param customers with scores on both days
     * @param scores for each of r, f and m
     * @param ways from segment to segment, the most customers first, at most 12
     */
    record Moves(Instant from, Instant asOf, int customers, List<Score> scores, List<Way> ways) {}

    /**
     * One of the three scores. A customer moved <em>by itself</em> if the score by the old bounds
     * is another one too, in the same direction; else <em>the bound moved</em>.
     *
     * @param score {@code r}, {@code f} or {@code m}
     */
    record Score(
            String score,
            Count upItself,
            Count upBound,
            Count same,
            Count downItself,
            Count downBound) {}

    record Count(int customers, String open) {}

    /**
     * @param bound how many of them would still be in the old segment by the old bounds
     */
    record Way(Label from, Label to, Count all, Count bound) {}
}
