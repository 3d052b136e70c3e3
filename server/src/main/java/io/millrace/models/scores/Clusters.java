package io.millrace.models.scores;

import io.millrace.shared.Label;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers in groups of those who buy alike, as the last run left them. Each number comes with
 * {@code open}: the query of the customer list that names exactly those whom it counts, by a
 * condition that can become an audience.
 */
public interface Clusters {
    /** The clusters as of an instant, null means now. */
    Page page(@Nullable Instant asOf);

    /**
     * @param run whose clusters these are, with the choice of their number and the picture in its
     *     report; null if the model has not run by then
     * @param money of all customers in a cluster by the instant, minor units
     * @param groups the largest first
     * @param offered what clusters can go by
     */
    record Page(
            Instant asOf,
            Scores.@Nullable Detail run,
            @Nullable String currency,
            int customers,
            String open,
            long money,
            List<Group> groups,
            List<Feature> offered) {}

    /**
     * @param cluster the name in scores
     * @param money of its customers by the instant, minor units
     */
    record Group(String cluster, int customers, long money, String open) {}

    /**
     * @param usual true if clusters go by it until somebody chooses
     */
    record Feature(String feature, Label label, boolean usual) {}
}
