package io.millrace.models.scores;

import io.millrace.models.response.Responses;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How buyers answer to prices and promotions. Every number of customers comes with {@code open},
 * the query of the customer list that names exactly those whom it counts.
 */
public interface ResponsePages {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page page(@Nullable Instant asOf);

    /**
     * @param run whose scores these are; null if the model has not run by then
     * @param demands by category and month, as of the instant itself
     * @param customers with a score
     * @param classes in the order of {@link Responses.Kind}
     * @param map class by what they spent; the classes that tell something
     */
    record Page(
            Instant asOf,
            Scores.@Nullable Detail run,
            @Nullable String currency,
            Responses.Demands demands,
            int customers,
            String open,
            List<Kind> classes,
            List<Cell> map) {}

    /**
     * @param share of their purchases that was on a deal, 0 to 1
     */
    record Kind(String kind, int customers, double share, long spent, String open) {}

    /**
     * @param spentFrom minor units, inclusive
     * @param spentBelow null for the last
     */
    record Cell(
            String kind,
            double spentFrom,
            @Nullable Double spentBelow,
            int customers,
            long spent,
            String open) {}
}
