package io.millrace.models.scores;

import io.millrace.kernel.model.lifetime.BgNbd;
import io.millrace.kernel.model.lifetime.CovariateFits;
import io.millrace.kernel.model.lifetime.CovariateOutcome;
import io.millrace.kernel.model.lifetime.Covariates;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.MbgNbd;
import io.millrace.kernel.model.lifetime.Nbd;
import io.millrace.kernel.model.lifetime.OwnModels;
import io.millrace.kernel.model.lifetime.ParetoNbd;
import io.millrace.kernel.model.lifetime.PurchaseFits;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.Purchases;
import io.millrace.kernel.model.lifetime.TimeUnit;
import io.millrace.models.scores.ScoringModel.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits the models of repeat buying side by side; the likeliest one is believed. */
final class ClvFits {
    /**
     * A fitted model.
     *
     * @param limit what it degenerates to, null for an inner maximum
     */
    record Fit(
            String name,
            OwnModels models,
            @Nullable String limit,
            FitOutcome.Diagnostics diagnostics) {}

    /**
     * The same model with covariates.
     *
     * @param fit null where it was refused
     */
    record With(Covariates covariates, CovariateOutcome outcome, @Nullable Fit fit) {}

    private ClvFits() {}

    /** All that could be fitted, the likeliest first; empty if the data cannot tell. */
    static List<Fit> of(Purchases purchases) {
        List<Fit> fits = new ArrayList<>();
        fit("bg-nbd", PurchaseFits.bgNbd(purchases)).ifPresent(fits::add);
        fit("mbg-nbd", PurchaseFits.mbgNbd(purchases)).ifPresent(fits::add);
        fit("pareto-nbd", PurchaseFits.paretoNbd(purchases)).ifPresent(fits::add);
        fits.sort(
                Comparator.<Fit>comparingDouble(fit -> -fit.diagnostics.logLikelihood())
                        .thenComparing(Fit::name));
        return fits;
    }

    /** The same model for other data. */
    static Optional<Fit> again(String name, Purchases purchases) {
        return switch (name) {
            case "bg-nbd" -> fit(name, PurchaseFits.bgNbd(purchases));
            case "mbg-nbd" -> fit(name, PurchaseFits.mbgNbd(purchases));
            default -> fit(name, PurchaseFits.paretoNbd(purchases));
        };
    }

    /** The same model with what customers differ by. */
    static With with(String name, Histories histories, Covariates covariates) {
        CovariateOutcome outcome =
                switch (name) {
                    case "bg-nbd" -> CovariateFits.bgNbd(histories, covariates, TimeUnit.WEEK);
                    case "mbg-nbd" -> CovariateFits.mbgNbd(histories, covariates, TimeUnit.WEEK);
                    default -> CovariateFits.paretoNbd(histories, covariates, TimeUnit.WEEK);
                };
        return new With(
                covariates,
                outcome,
                outcome instanceof CovariateOutcome.Fitted fitted
                        ? new Fit(
                                name,
                                OwnModels.apart(fitted.model(), covariates),
                                named(fitted.limit()),
                                fitted.diagnostics())
                        : null);
    }

    /** What is lacking, null if nothing is. */
    static Scores.@Nullable Lack lack(Purchases purchases) {
        return PurchaseFits.nbd(purchases)
                        instanceof FitOutcome.TooLittle<Nbd>(String what, long has, long needs)
                ? new Scores.Lack(what.equals("customers") ? "buyers" : "repeat-buyers", has, needs)
                : null;
    }

    private static Optional<Fit> fit(String name, FitOutcome<? extends PurchaseModel> outcome) {
        return switch (outcome) {
            case FitOutcome.Fitted(PurchaseModel model, var diagnostics) ->
                    Optional.of(new Fit(name, OwnModels.same(model), null, diagnostics));
            case FitOutcome.AtBoundary(PurchaseModel model, var limit, var diagnostics) ->
                    Optional.of(new Fit(name, OwnModels.same(model), named(limit), diagnostics));
            case FitOutcome.TooLittle<?> _ -> Optional.empty();
        };
    }

    private static @Nullable String named(FitOutcome.@Nullable Limit limit) {
        return limit == null
                ? null
                : limit.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static List<Parameter> parameters(Fit fit) {
        List<String> names =
                switch (fit.models.base()) {
                    case BgNbd _, MbgNbd _ -> List.of("r", "alpha", "a", "b");
                    case ParetoNbd _ -> List.of("r", "alpha", "s", "beta");
                    case Nbd _ -> List.of("r", "alpha");
                };
        List<Double> values =
                switch (fit.models.base()) {
                    case BgNbd(var r, var alpha, var a, var b, _) -> List.of(r, alpha, a, b);
                    case MbgNbd(var r, var alpha, var a, var b, _) -> List.of(r, alpha, a, b);
                    case ParetoNbd(var r, var alpha, var s, var beta, _) ->
                            List.of(r, alpha, s, beta);
                    case Nbd(var r, var alpha, _) -> List.of(r, alpha);
                };
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.add(
                    Parameter.of(
                            names.get(i), values.get(i), fit.diagnostics.standardErrors().get(i)));
        }
        return parameters;
    }
}
