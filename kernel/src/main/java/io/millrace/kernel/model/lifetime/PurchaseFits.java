package io.millrace.kernel.model.lifetime;

import io.millrace.kernel.model.lifetime.FitOutcome.AtBoundary;
import io.millrace.kernel.model.lifetime.FitOutcome.Diagnostics;
import io.millrace.kernel.model.lifetime.FitOutcome.Fitted;
import io.millrace.kernel.model.lifetime.FitOutcome.Limit;
import io.millrace.kernel.model.lifetime.FitOutcome.TooLittle;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fits the purchase models by maximum likelihood. Time is scaled to the mean observation so that
 * every parameter is of order one; the answers are in the purchases' own unit.
 */
public final class PurchaseFits {
    /**
     * Fewer customers, or fewer who ever came back, say nothing about a distribution of customers.
     */
    public static final long CUSTOMERS = 50;

    public static final long REPEATERS = 10;

    /** e^11: beyond it a pair of parameters stands for its limit. */
    static final double BOUND = 11;

    private static final double FAR = 8.5;
    static final int FEW = 2_048;
    static final int MANY = 50_000;

    private PurchaseFits() {}

    public static FitOutcome<BgNbd> bgNbd(Purchases data) {
        return fit(
                data,
                (rows, scale) -> new BetaGeometricObjective(rows, scale, false),
                p -> new BgNbd(p[0], p[1], p[2], p[3], data.unit()));
    }

    public static FitOutcome<MbgNbd> mbgNbd(Purchases data) {
        return fit(
                data,
                (rows, scale) -> new BetaGeometricObjective(rows, scale, true),
                p -> new MbgNbd(p[0], p[1], p[2], p[3], data.unit()));
    }

    public static FitOutcome<ParetoNbd> paretoNbd(Purchases data) {
        return fit(
                data,
                (rows, scale) -> new ParetoObjective(rows, scale),
                p -> new ParetoNbd(p[0], p[1], p[2], p[3], data.unit()));
    }

    public static FitOutcome<Nbd> nbd(Purchases data) {
        return fit(
                data,
                (rows, scale) -> new NbdObjective(rows, scale),
                p -> new Nbd(p[0], p[1], data.unit()));
    }

    private static <M> FitOutcome<M> fit(
            Purchases data,
            BiFunction<Purchases, Double, Objective> objective,
            Function<double[], M> model) {
        @Nullable TooLittle<M> lacking = lacking(data);
        if (lacking != null) {
            return lacking;
        }
        double scale = scale(data);
        Objective sum = objective.apply(data, scale);
        boolean dropout = sum.size() == 4;
        Maximum.Point best = best(data, scale, objective, starts(data, dropout));
        double timesLog = data.totalRepeats() * Math.log(scale);
        Information information = Information.at(sum, best, data.rows() > MANY);
        double[] parameters =
                parameters(best.logs(), scale, dropout && sum instanceof ParetoObjective);
        Diagnostics diagnostics =
                diagnostics(data, best, information, best.value() - timesLog, scale, dropout, sum);
        @Nullable Limit limit =
                dropout
                        ? limit(best.logs(), sum instanceof ParetoObjective)
                        : rateLimit(best.logs());
        return limit == null
                ? new Fitted<>(model.apply(parameters), diagnostics)
                : new AtBoundary<>(model.apply(parameters), limit, diagnostics);
    }

    private static double[][] starts(Purchases data, boolean dropout) {
        double mean = (double) data.totalRepeats() / data.customers();
        double rate = Math.max(0.05, Math.min(5, mean));
        return dropout
                ? new double[][] {
                    logs(0.5, 0.5 * 8 / rate, 0.8, 2.4), logs(1, 8 / rate, 1, 1), logs(0.2, 2, 2, 8)
                }
                : new double[][] {logs(0.5, 0.5 * 8 / rate), logs(1, 8 / rate)};
    }

    private static Maximum.Point best(
            Purchases data,
            double scale,
            BiFunction<Purchases, Double, Objective> objective,
            double[][] starts) {
        Maximum all = new Maximum(objective.apply(data, scale), data.customers(), BOUND);
        Purchases few = data.thinned(FEW);
        return few == data
                ? all.fromBestOf(starts)
                : all.fromBestOf(
                        new Maximum(objective.apply(few, scale), few.customers(), BOUND), starts);
    }

    private static <M> @Nullable TooLittle<M> lacking(Purchases data) {
        if (data.customers() < CUSTOMERS) {
            return new TooLittle<>("customers", data.customers(), CUSTOMERS);
        }
        long repeaters = 0;
        for (int i = 0; i < data.rows(); i++) {
            repeaters += data.repeats(i) > 0 ? (long) data.weight(i) : 0;
        }
        return repeaters < REPEATERS
                ? new TooLittle<>("customers who bought again", repeaters, REPEATERS)
                : null;
    }

    private static double[] logs(double... parameters) {
        double[] logs = new double[parameters.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(parameters[i]);
        }
        return logs;
    }

    /** Time in it makes every parameter of order one. */
    static double scale(Purchases data) {
        return data.maxObserved() / 10;
    }

    static double[] parameters(double[] logs, double scale, boolean pareto) {
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = Math.exp(logs[i]) * (isTime(i, pareto) ? scale : 1);
        }
        return parameters;
    }

    static boolean isTime(int parameter, boolean pareto) {
        return parameter == 1 || pareto && parameter == 3;
    }

    private static Diagnostics diagnostics(
            Purchases data,
            Maximum.Point best,
            Information information,
            double logLikelihood,
            double scale,
            boolean dropout,
            Objective sum) {
        var errors = new java.util.ArrayList<>(information.standardErrors());
        for (int i = 0; i < errors.size(); i++) {
            if (isTime(i, sum instanceof ParetoObjective)) {
                errors.set(i, errors.get(i) * scale);
            }
        }
        double ratio = 0;
        if (dropout && nbd(data) instanceof FitOutcome<Nbd> outcome) {
            ratio = 2 * (logLikelihood - nullLogLikelihood(outcome));
        }
        return new Diagnostics(
                logLikelihood,
                errors,
                information.conditionNumber(),
                best.steepest() / data.customers(),
                ratio,
                best.evaluations(),
                data.customers(),
                data.rows());
    }

    private static double nullLogLikelihood(FitOutcome<Nbd> outcome) {
        return switch (outcome) {
            case Fitted<Nbd> fitted -> fitted.diagnostics().logLikelihood();
            case AtBoundary<Nbd> boundary -> boundary.diagnostics().logLikelihood();
            case TooLittle<Nbd> none -> Double.NaN;
        };
    }

    private static @Nullable Limit rateLimit(double[] logs) {
        return logs[0] > FAR && logs[1] > FAR ? Limit.RATE_HOMOGENEOUS : null;
    }

    static @Nullable Limit limit(double[] logs, boolean pareto) {
        if (logs[2] < -FAR || logs[3] > FAR && logs[2] < FAR - 5) {
            return Limit.NO_DROPOUT;
        }
        if (logs[3] > FAR || logs[2] > FAR) {
            return Limit.DROPOUT_HOMOGENEOUS;
        }
        if (logs[3] < -FAR) {
            return Limit.DROPOUT_POLARISED;
        }
        return rateLimit(logs);
    }
}
