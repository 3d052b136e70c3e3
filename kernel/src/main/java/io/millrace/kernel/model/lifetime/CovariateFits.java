package io.millrace.kernel.model.lifetime;

import io.millrace.kernel.model.lifetime.CovariateOutcome.Effect;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Fitted;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Multiplier;
import io.millrace.kernel.model.lifetime.FitOutcome.Diagnostics;
import io.millrace.kernel.model.lifetime.FitOutcome.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.jspecify.annotations.Nullable;

/**
 * Fits the purchase models with covariates by maximum likelihood, from the maximum without them.
 * See {@link CovariateModel} for the source.
 */
public final class CovariateFits {
    private static final int BASE = 4;

    /** An effect of more than e^7 stands for one that rises without end. */
    private static final double UNBOUNDED = 7;

    private static final Form BG_NBD = new Form(false, false, 3);
    private static final Form MBG_NBD = new Form(false, true, 3);
    private static final Form PARETO_NBD = new Form(true, false, 2);

    private CovariateFits() {}

    /** Customers are told apart by their numbers in the histories and the covariates. */
    public static CovariateOutcome bgNbd(
            Histories histories, Covariates covariates, TimeUnit unit) {
        return bgNbd(CovariatePurchases.of(histories, covariates, unit));
    }

    public static CovariateOutcome mbgNbd(
            Histories histories, Covariates covariates, TimeUnit unit) {
        return fit(CovariatePurchases.of(histories, covariates, unit), MBG_NBD);
    }

    public static CovariateOutcome paretoNbd(
            Histories histories, Covariates covariates, TimeUnit unit) {
        return paretoNbd(CovariatePurchases.of(histories, covariates, unit));
    }

    static CovariateOutcome bgNbd(CovariatePurchases data) {
        return fit(data, BG_NBD);
    }

    static CovariateOutcome paretoNbd(CovariatePurchases data) {
        return fit(data, PARETO_NBD);
    }

    /**
     * Which of the models.
     *
     * @param moves how many of its parameters: Pareto/NBD moves α and β, the others α, a and b
     */
    private record Form(boolean pareto, boolean modified, int moves) {
        int[] moved() {
            return Arrays.copyOf(pareto ? new int[] {1, 3} : new int[] {1, 2, 3}, moves);
        }

        int[] signs() {
            return Arrays.copyOf(pareto ? new int[] {-1, -1} : new int[] {-1, 1, 1}, moves);
        }

        /**
         * Where nobody leaves, nothing can make them leave faster; where all leave alike, only a/b
         * says something.
         */
        Form at(Limit limit) {
            return switch (limit) {
                case NO_DROPOUT, DROPOUT_POLARISED -> new Form(pareto, modified, 1);
                case DROPOUT_HOMOGENEOUS -> new Form(pareto, modified, 2);
                case RATE_HOMOGENEOUS, EFFECT_UNBOUNDED -> this;
            };
        }

        FitOutcome<? extends PurchaseModel> plain(Purchases data) {
            return pareto
                    ? PurchaseFits.paretoNbd(data)
                    : modified ? PurchaseFits.mbgNbd(data) : PurchaseFits.bgNbd(data);
        }

        CovariateObjective objective(CovariatePurchases data, double scale) {
            return new CovariateObjective(
                    data,
                    moved(),
                    signs(),
                    cell ->
                            pareto
                                    ? new ParetoObjective(cell, scale)
                                    : new BetaGeometricObjective(cell, scale, modified));
        }

        PurchaseModel model(double[] p, TimeUnit unit) {
            return pareto
                    ? new ParetoNbd(p[0], p[1], p[2], p[3], unit)
                    : modified
                            ? new MbgNbd(p[0], p[1], p[2], p[3], unit)
                            : new BgNbd(p[0], p[1], p[2], p[3], unit);
        }
    }

    private static CovariateOutcome fit(CovariatePurchases data, Form form) {
        return switch (form.plain(data.all())) {
            case FitOutcome.Fitted(PurchaseModel model, Diagnostics diagnostics) ->
                    fit(data, form, model, diagnostics.logLikelihood());
            case FitOutcome.AtBoundary(PurchaseModel model, Limit limit, Diagnostics diagnostics) ->
                    fit(data, form.at(limit), model, diagnostics.logLikelihood());
            case FitOutcome.TooLittle<?>(String what, long has, long needs) ->
                    new CovariateOutcome.TooLittle(what, has, needs);
        };
    }

    private static CovariateOutcome fit(
            CovariatePurchases data, Form form, PurchaseModel plain, double without) {
        CovariateOutcome.@Nullable Refused refused = data.refused();
        if (refused != null) {
            return refused;
        }
        double scale = PurchaseFits.scale(data.all());
        CovariateObjective objective = form.objective(data, scale);
        Maximum all = new Maximum(objective, data.customers(), PurchaseFits.BOUND);
        double[] start = start(plain, form, scale, objective.size());
        CovariatePurchases few = data.thinned(PurchaseFits.FEW);
        Maximum.Point best =
                few == data
                        ? all.fromBestOf(start)
                        : all.fromBestOf(
                                new Maximum(
                                        form.objective(few, scale),
                                        few.customers(),
                                        PurchaseFits.BOUND),
                                start);
        return fitted(data, form, best, Information.at(objective, best, false), without);
    }

    private static double[] start(PurchaseModel plain, Form form, double scale, int size) {
        double[] parameters =
                switch (plain) {
                    case BgNbd(var r, var alpha, var a, var b, _) -> new double[] {r, alpha, a, b};
                    case MbgNbd(var r, var alpha, var a, var b, _) -> new double[] {r, alpha, a, b};
                    case ParetoNbd(var r, var alpha, var s, var beta, _) ->
                            new double[] {r, alpha, s, beta};
                    case Nbd(var r, var alpha, _) -> new double[] {r, alpha};
                };
        double[] logs = new double[size];
        for (int i = 0; i < BASE; i++) {
            logs[i] = Math.log(parameters[i] / (PurchaseFits.isTime(i, form.pareto) ? scale : 1));
        }
        return logs;
    }

    private static Fitted fitted(
            CovariatePurchases data,
            Form form,
            Maximum.Point best,
            Information information,
            double without) {
        double scale = PurchaseFits.scale(data.all());
        double[] logs = best.logs();
        int columns = data.columns().size();
        @Nullable Limit limit = limit(logs, form);
        double[][] covariance = information.covariance(told(logs, limit));
        double[] parameters =
                PurchaseFits.parameters(Arrays.copyOf(logs, BASE), scale, form.pareto);
        CovariateModel model =
                new CovariateModel(
                        form.model(parameters, data.all().unit()),
                        data.columns(),
                        effects(logs, 0, columns),
                        effects(logs, 1, columns),
                        effects(logs, 2, columns));
        double value = best.value() - data.all().totalRepeats() * Math.log(scale);
        double ratio = Math.max(0, 2 * (value - without));
        int degrees = logs.length - BASE;
        return new Fitted(
                model,
                limit,
                diagnostics(data, best, information, covariance, parameters, value, ratio),
                effects(data, form, logs, covariance),
                degrees,
                degrees == 0 ? 1 : RegularizedGamma.Q.value(degrees / 2.0, ratio / 2));
    }

    /** What has a curvature: a limit has none. */
    private static boolean[] told(double[] logs, @Nullable Limit limit) {
        boolean[] told = new boolean[logs.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = i < 2 || (i < BASE ? limit == null : Math.abs(logs[i]) <= UNBOUNDED);
        }
        return told;
    }

    private static @Nullable Limit limit(double[] logs, Form form) {
        for (int i = BASE; i < logs.length; i++) {
            if (Math.abs(logs[i]) > UNBOUNDED) {
                return Limit.EFFECT_UNBOUNDED;
            }
        }
        return PurchaseFits.limit(logs, form.pareto);
    }

    private static List<Double> effects(double[] logs, int which, int columns) {
        List<Double> effects = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            int at = BASE + which * columns + k;
            effects.add(at < logs.length ? logs[at] : 0);
        }
        return effects;
    }

    private static List<Effect> effects(
            CovariatePurchases data, Form form, double[] logs, double[][] covariance) {
        int columns = data.columns().size();
        List<Effect> effects = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            int rate = BASE + k;
            effects.add(
                    new Effect(
                            data.columns().get(k),
                            Multiplier.of(logs[rate], Math.sqrt(covariance[rate][rate])),
                            leaving(form, logs, covariance, rate + columns, columns)));
        }
        return effects;
    }

    private static Multiplier leaving(
            Form form, double[] logs, double[][] covariance, int leave, int columns) {
        if (form.moves == 1) {
            return Multiplier.of(0, Double.NaN);
        }
        if (form.moves == 2) {
            return Multiplier.of(logs[leave], Math.sqrt(covariance[leave][leave]));
        }
        int stay = leave + columns;
        return Multiplier.of(
                logs[leave] - logs[stay],
                Math.sqrt(
                        covariance[leave][leave]
                                + covariance[stay][stay]
                                - 2 * covariance[leave][stay]));
    }

    private static Diagnostics diagnostics(
            CovariatePurchases data,
            Maximum.Point best,
            Information information,
            double[][] covariance,
            double[] parameters,
            double value,
            double ratio) {
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < BASE; i++) {
            errors.add(Math.sqrt(covariance[i][i]) * parameters[i]);
        }
        return new Diagnostics(
                value,
                errors,
                information.conditionNumber(),
                best.steepest() / data.customers(),
                ratio,
                best.evaluations(),
                data.customers(),
                data.rows());
    }
}
