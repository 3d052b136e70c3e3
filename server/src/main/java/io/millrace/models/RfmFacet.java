package io.millrace.models;

import io.millrace.customers.Facets;
import io.millrace.kernel.model.RfmScores;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each customer's scores, in lists and on the customer's page. */
@Component
final class RfmFacet implements Facets {
    private final Models models;

    RfmFacet(Models models) {
        this.models = models;
    }

    /**
     * @param total the weighted sum of the three scores
     * @param recency days since the last order; null if all orders were cancelled
     */
    record Scores(
            int r,
            int f,
            int m,
            int fm,
            int total,
            String type,
            String region,
            @Nullable Integer recency)
            implements Facet {}

    @Override
    public String name() {
        return "rfm";
    }

    @Override
    public Map<ProfileId, Scores> of(Set<ProfileId> roots, @Nullable Instant asOf) {
        Map<ProfileId, Scores> facets = new HashMap<>();
        if (roots.isEmpty()) {
            return facets;
        }
        RfmScores scores = models.rfm(asOf).scores();
        for (ProfileId root : roots) {
            int row = scores.table().rowOf(root.value());
            if (row >= 0) {
                facets.put(root, scores(scores, row));
            }
        }
        return facets;
    }

    private static Scores scores(RfmScores scores, int row) {
        int recency = scores.table().recencyDays(row);
        return new Scores(
                scores.r(row),
                scores.f(row),
                scores.m(row),
                scores.fm(row),
                scores.total(row),
                scores.type(row).key(),
                scores.region(row).key(),
                recency < 0 ? null : recency);
    }
}
