package io.millrace.models.scores;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.kernel.model.cluster.ClusterCount;
import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead the models look, and by which rates.
 *
 * @param horizonWeeks for how many weeks ahead orders and value are expected, 1 to 260
 * @param discountYearly what money a year later is worth less, 0 to 1
 * @param margin share of revenue that is earned, 0 to 1; null: as the costs of orders tell, or all
 *     of it where no cost is known
 * @param churnDays who does not buy for so many days has left, 7 to 730; null: by the customers'
 *     own rhythm
 * @param churnMethod {@code logistic} or {@code boosted}; null: whichever tells better
 * @param clusterCount how many clusters, 2 to 10; null: by silhouette and stability
 * @param covariates by what customers of the lifetime value model differ from the start, at most 5;
 *     null: by nothing
 * @param chosenFeatures what clusters go by, at least two; null: the usual features
 */
public record ScoreSettings(
        int horizonWeeks,
        double discountYearly,
        @Nullable Double margin,
        @Nullable Integer churnDays,
        @Nullable String churnMethod,
        @Nullable Integer clusterCount,
        @JsonProperty("clusterFeatures") @Nullable List<String> chosenFeatures,
        @Nullable List<String> covariates) {
    static final ScoreSettings DEFAULT =
            new ScoreSettings(39, 0.10, null, null, null, null, null, null);
    private static final int MOST_COVARIATES = 5;

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (horizonWeeks < 1 || horizonWeeks > 260) {
            problems.add(FieldProblem.of("/horizonWeeks", "models.horizon-unusable"));
        }
        if (!(discountYearly >= 0 && discountYearly <= 1)) {
            problems.add(FieldProblem.of("/discountYearly", "models.share-unusable"));
        }
        if (margin != null && !(margin >= 0 && margin <= 1)) {
            problems.add(FieldProblem.of("/margin", "models.share-unusable"));
        }
        if (churnDays != null && (churnDays < 7 || churnDays > 730)) {
            problems.add(FieldProblem.of("/churnDays", "models.days-unusable"));
        }
        if (churnMethod != null && !List.of("logistic", "boosted").contains(churnMethod)) {
            problems.add(FieldProblem.of("/churnMethod", "models.method-unusable"));
        }
        if (clusterCount != null
                && (clusterCount < ClusterCount.FEWEST || clusterCount > ClusterCount.MOST)) {
            problems.add(FieldProblem.of("/clusterCount", "models.clusters-unusable"));
        }
        if (chosenFeatures != null && clusterFeatures().size() < 2) {
            problems.add(FieldProblem.of("/clusterFeatures", "models.features-unusable"));
        }
        if (differences().size() > MOST_COVARIATES
                || differences().stream().anyMatch(one -> one.isBlank() || one.length() > 100)) {
            problems.add(FieldProblem.of("/covariates", "models.covariates-unusable"));
        }
        return problems;
    }

    /** By what customers differ from the start, each once. */
    List<String> differences() {
        return covariates == null ? List.of() : covariates.stream().distinct().toList();
    }

    /** In the order of the features themselves, whatever the order of the choice. */
    List<ClusterFeature> clusterFeatures() {
        List<String> chosen = chosenFeatures;
        return chosen == null
                ? ClusterFeature.DEFAULT
                : Arrays.stream(ClusterFeature.values())
                        .filter(feature -> chosen.contains(feature.key()))
                        .toList();
    }
}
