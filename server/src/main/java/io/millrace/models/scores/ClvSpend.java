package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.GammaGamma;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.Spending;
import io.millrace.kernel.model.lifetime.SpendingFit;
import io.millrace.models.scores.ScoringModel.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase of each customer will be worth, in major units.
 *
 * @param model null where the mean of all is taken
 * @param why why there is no model, or {@code limit} where it stands for its limit
 * @param mean of all purchases
 * @param minor minor units in a major one; histories count in minor ones
 */
record ClvSpend(
        @Nullable GammaGamma model,
        @Nullable String why,
        double correlation,
        double mean,
        int minor,
        List<Parameter> parameters) {
    static ClvSpend of(Histories histories, ScoringModel.Data data) {
        Spending spending = histories.spending(data.minor());
        double mean = mean(data);
        return switch (SpendingFit.fit(spending)) {
            case SpendingFit.Outcome.Fitted fit ->
                    fitted(fit.model(), null, fit.diagnostics(), fit.correlation(), data);
            case SpendingFit.Outcome.AtBoundary fit ->
                    fitted(fit.model(), "limit", fit.diagnostics(), fit.correlation(), data);
            case SpendingFit.Outcome.NoMean _ ->
                    new ClvSpend(null, "no-mean", Double.NaN, mean, data.minor(), List.of());
            case SpendingFit.Outcome.TooLittle _ ->
                    new ClvSpend(null, "too-few", Double.NaN, mean, data.minor(), List.of());
        };
    }

    private static ClvSpend fitted(
            GammaGamma model,
            @Nullable String why,
            FitOutcome.Diagnostics diagnostics,
            double correlation,
            ScoringModel.Data data) {
        List<Double> errors = diagnostics.standardErrors();
        return new ClvSpend(
                model,
                why,
                correlation,
                mean(data),
                data.minor(),
                List.of(
                        Parameter.of("p", model.p(), errors.get(0)),
                        Parameter.of("q", model.q(), errors.get(1)),
                        Parameter.of("gamma", model.gamma(), errors.get(2))));
    }

    double expected(Histories histories, int i) {
        if (model == null) {
            return mean;
        }
        double own = histories.meanRepeat(i);
        int repeats = own > 0 ? histories.repeats(i) : 0;
        return model.expected(repeats, own / minor);
    }

    private static double mean(ScoringModel.Data data) {
        PurchaseHistories all = data.histories();
        double sum = 0;
        long count = 0;
        for (int row = 0; row < all.size(); row++) {
            for (int i = all.from(row); i < all.to(row); i++) {
                if (all.isPurchase(i, data.today())) {
                    sum += all.amount(i);
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count / data.minor();
    }
}
