package io.millrace.audiences.portraits;

import io.millrace.shared.Label;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to choose for an offer: customers ranked by present value, by future value, and by their
 * likeness to the profitable, side by side, and how many of each it pays to keep.
 *
 * <p>How likely each is to answer is learnt from the brand's own past: the same ranking is made as
 * of the beginning of the period, and of each of its tenths it is counted who bought within the
 * period. These shares are scaled so that on average as many answer as the question expects. An
 * answer brings the margin of an average order of that customer (of all where there is none).
 */
public interface Choices {
    /** All three rankings with their curves. */
    Choice choose(Question question, Offer offer, @Nullable Integer kept);

    /**
     * @param measure {@code revenue} or {@code profit}; profit only of customers whose costs are
     *     known
     * @param days of the period that is looked back on, and ahead; 1 to 3650
     * @param seed by which those to learn from are drawn
     */
    record Question(String measure, int days, long seed, @Nullable Instant asOf) {}

    /**
     * @param response share of all customers expected to answer, 0 to 1
     * @param margin share of an order's value that is earned, 0 to 1
     * @param contactCost of each who is addressed, minor units
     * @param offerCost of each who answers, minor units
     */
    record Offer(double response, double margin, long contactCost, long offerCost) {}

    /**
     * @param kept how many of each ranking the overlap is of
     */
    record Choice(
            Instant asOf,
            int customers,
            @Nullable String currency,
            String measure,
            int days,
            List<Ranking> rankings,
            int kept,
            List<Overlap> overlaps,
            long millis) {}

    /**
     * @param key {@code present}, {@code future} or {@code similar}
     * @param lacking why there is no such ranking; null if there is one
     * @param tenths share of each tenth of the ranking that bought in the period, the best first,
     *     by the ranking as of its beginning
     * @param best how many to keep for the highest expected profit
     */
    record Ranking(
            String key,
            @Nullable Label lacking,
            List<Double> tenths,
            List<Point> curve,
            @Nullable Point best) {}

    /**
     * @param profit expected, minor units
     * @param cost of contacts and offers, minor units
     * @param answers expected
     */
    record Point(int kept, double answers, long cost, long profit, String open) {}

    /**
     * @param rankings which ones share the customers
     */
    record Overlap(List<String> rankings, int customers, String open) {}
}
