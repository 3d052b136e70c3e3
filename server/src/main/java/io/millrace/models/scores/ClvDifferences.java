package io.millrace.models.scores;

import io.millrace.kernel.model.lifetime.CovariateOutcome;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Fitted;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Multiplier;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Refused;
import io.millrace.kernel.model.lifetime.Covariates;
import io.millrace.models.scores.ClvReport.Differences;
import io.millrace.models.scores.ClvReport.Effect;
import io.millrace.models.scores.ClvReport.Times;
import io.millrace.models.scores.ClvReport.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what covariates do in the lifetime values. */
final class ClvDifferences {
    private ClvDifferences() {}

    static Differences of(ClvFits.With with, List<String> chosen) {
        List<Value> against =
                with.covariates().references().stream()
                        .map(one -> new Value(one.attribute(), one.level(), one.customers()))
                        .toList();
        return switch (with.outcome()) {
            case Fitted fitted ->
                    new Differences(
                            chosen,
                            null,
                            null,
                            against,
                            fitted.effects().stream().map(ClvDifferences::effect).toList(),
                            fitted.diagnostics().likelihoodRatio(),
                            fitted.degrees(),
                            fitted.chance());
            case Refused refused ->
                    left(
                            chosen,
                            value(refused.column()),
                            refused.why().name().toLowerCase(Locale.ROOT),
                            against);
            case CovariateOutcome.TooLittle _ -> left(chosen, null, null, against);
        };
    }

    private static Differences left(
            List<String> chosen,
            @Nullable Value refused,
            @Nullable String why,
            List<Value> against) {
        return new Differences(chosen, refused, why, against, List.of(), 0, 0, 1);
    }

    private static Value value(Covariates.Column column) {
        return new Value(column.attribute(), column.level(), column.customers());
    }

    private static Effect effect(CovariateOutcome.Effect effect) {
        return new Effect(value(effect.column()), times(effect.buys()), times(effect.leaves()));
    }

    private static Times times(Multiplier of) {
        return new Times(of.times(), finite(of.low()), finite(of.high()));
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
