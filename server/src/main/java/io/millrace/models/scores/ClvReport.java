package io.millrace.models.scores;

import io.millrace.kernel.model.lifetime.HoldOut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the lifetime value model leaves beside the scores. Money in minor units.
 *
 * @param model the one that was believed
 * @param limit what it degenerates to, null if to nothing
 * @param candidates all that were fitted, the likeliest first
 * @param spend how a purchase's value was expected: {@code gamma-gamma} or {@code mean}
 * @param spendWhy why not by Gamma-Gamma, null if by it
 * @param correlation of repeats and value, which Gamma-Gamma takes for none
 * @param margin share of revenue that counts as value
 * @param marginFrom {@code settings}, {@code costs} or {@code revenue}
 * @param meanOrder of all purchases
 * @param covariates by what customers differ from the start; null where nothing was chosen
 * @param holdOut null where the history is too short to hold a part of it back
 */
record ClvReport(
        String model,
        @Nullable String limit,
        List<Candidate> candidates,
        String spend,
        @Nullable String spendWhy,
        @Nullable Double correlation,
        int horizonWeeks,
        double discountYearly,
        double margin,
        String marginFrom,
        @Nullable String currency,
        int firstDay,
        int lastDay,
        long customers,
        long repeatBuyers,
        long meanOrder,
        @Nullable Differences covariates,
        @Nullable HeldOut holdOut)
        implements ScoringModel.Report {
    record Candidate(
            String model,
            @Nullable String limit,
            double logLikelihood,
            double likelihoodRatio,
            @Nullable Double conditionNumber) {}

    /**
     * A part of the history that the model did not see, held against what it said of it.
     *
     * @param without errors of the same model without covariates; null where there are none
     * @param weeks of the tracking plot, cumulative repeat purchases by the end of each
     */
    record HeldOut(
            String model,
            int calibrationEnd,
            int days,
            HoldOut result,
            HoldOut.@Nullable Error without,
            List<Week> weeks) {}

    /**
     * What the chosen covariates do.
     *
     * @param refused the covariate that cannot be told an effect of, and then all are left out;
     *     null if they were used
     * @param why {@code constant}, {@code collinear} or {@code separated}
     * @param against with which value of each covariate all others are compared
     * @param likelihoodRatio twice the gain of log-likelihood over the model without
     * @param chance that covariates without any effect gain as much
     */
    record Differences(
            List<String> chosen,
            @Nullable Value refused,
            @Nullable String why,
            List<Value> against,
            List<Effect> effects,
            double likelihoodRatio,
            int degrees,
            double chance) {}

    /**
     * @param level null for all rare values together; empty where nothing is known
     */
    record Value(String covariate, @Nullable String level, long customers) {}

    record Effect(Value value, Times buys, Times leaves) {}

    /**
     * @param low lower end of the 95 % interval, null where it cannot be told
     */
    record Times(double times, @Nullable Double low, @Nullable Double high) {}

    record Week(int week, long actual, double expected) {}
}
