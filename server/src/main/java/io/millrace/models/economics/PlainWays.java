package io.millrace.models.economics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plain ways to a customer's lifetime value, which need no probability model, and how far each
 * is from it. Money in minor units; each number of people comes with {@code open}, the query of the
 * customer list that names exactly them.
 */
public interface PlainWays {
    /**
     * @param discounted true if cohorts and their mean count later money less
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page page(boolean discounted, @Nullable Instant asOf);

    /**
     * @param rates by which margin and discount count: the run's own where the model has run
     * @param weeks the model's horizon, for which all ways are compared
     * @param customers who have bought
     * @param model null where the probability model has not scored anybody by then
     * @param cohorts by month of the first purchase, the latest 24 of which a month is over
     * @param average over all acquired customers
     * @param paidBack after how many months the mean customer has brought what winning them cost;
     *     null if not yet, or if the cost or the margin is not known
     */
    record Page(
            Instant asOf,
            @Nullable String currency,
            Economics.Rates rates,
            int weeks,
            boolean discounted,
            int customers,
            String open,
            @Nullable Model model,
            List<Way> ways,
            List<Cohort> cohorts,
            List<Point> average,
            @Nullable Integer paidBack) {}

    /**
     * @param total of all values over the horizon
     */
    record Model(Instant asOf, int customers, String open, long total) {}

    /**
     * @param way {@code historic}, {@code formula} or {@code cohort}
     * @param lacks {@code second-year} or {@code month}: what must be over first; null if nothing
     * @param value what the way by itself calls a customer's lifetime value
     * @param formula what went into it; null for the other ways
     * @param ahead what it says of the horizon; null where it cannot
     */
    record Way(
            String way,
            @Nullable String lacks,
            @Nullable Long value,
            @Nullable Formula formula,
            @Nullable Ahead ahead) {}

    /**
     * Average order × orders a year × years × margin.
     *
     * @param years 1 / (1 − retention): how many years a customer buys, the first included
     */
    record Formula(long averageOrder, double ordersYearly, double retention, double years) {}

    /**
     * @param customers whom the way values and, where there is a model, the model too
     * @param model what the model says of the same customers; null without one, as the next two
     * @param difference of the sums, per customer
     * @param apart mean of the differences of each customer, whichever way
     */
    record Ahead(
            int customers,
            String open,
            long total,
            @Nullable Long model,
            @Nullable Long difference,
            @Nullable Long apart) {}

    /**
     * @param month its first day
     * @param margin of one acquired customer until the end of each month since the first purchase
     */
    record Cohort(LocalDate month, int customers, String open, List<Long> margin) {}

    /**
     * @param month since the first purchase, from 1 on
     * @param customers for whom it is over
     * @param margin of one acquired customer until its end
     */
    record Point(int month, int customers, String open, long margin) {}
}
