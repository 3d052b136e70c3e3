package io.millrace.kernel.model.lifetime;

import io.millrace.kernel.model.lifetime.FitOutcome.Diagnostics;

/** Fits Gamma-Gamma by maximum likelihood. */
public final class SpendingFit {
    private SpendingFit() {}

    /** What fitting can answer; a q of 1 or less has no mean and is refused. */
    public sealed interface Outcome {
        record Fitted(GammaGamma model, Diagnostics diagnostics, double correlation)
                implements Outcome {}

        /** The likelihood rises towards the edge; the predictions are those of the limit model. */
        record AtBoundary(
                GammaGamma model, Limit limit, Diagnostics diagnostics, double correlation)
                implements Outcome {}

        record NoMean(double q) implements Outcome {}

        record TooLittle(long has, long needs) implements Outcome {}
    }

    /** What Gamma-Gamma degenerates to. */
    public enum Limit {
        /** A customer's purchases are all worth the same. */
        PURCHASES_EQUAL,
        /** All customers' purchases are worth the same in the mean. */
        MEANS_HOMOGENEOUS
    }

    /** e^9.5 and more: a parameter that stands for its limit. */
    private static final double FAR = 9.5;

    private static final double BOUND = 14;

    private static final double[][] STARTS = {
        {Math.log(6), Math.log(4), Math.log(0.5)},
        {0, Math.log(2), 0},
        {Math.log(2), Math.log(10), Math.log(5)}
    };

    public static Outcome fit(Spending given) {
        if (given.customers() < PurchaseFits.REPEATERS) {
            return new Outcome.TooLittle(given.customers(), PurchaseFits.REPEATERS);
        }
        Spending data = given.sorted();
        double scale = data.middle();
        Objective objective = new SpendingObjective(data, scale);
        Spending few = data.thinned(PurchaseFits.FEW);
        Maximum all = new Maximum(objective, data.customers(), BOUND);
        Maximum.Point best =
                few == data
                        ? all.fromBestOf(STARTS)
                        : all.fromBestOf(
                                new Maximum(
                                        new SpendingObjective(few, scale), few.customers(), BOUND),
                                STARTS);
        double q = Math.exp(best.logs()[1]);
        if (q <= 1) {
            return new Outcome.NoMean(q);
        }
        Information information =
                Information.at(objective, best, data.customers() > PurchaseFits.MANY);
        var errors = new java.util.ArrayList<>(information.standardErrors());
        errors.set(2, errors.get(2) * scale);
        GammaGamma model =
                new GammaGamma(Math.exp(best.logs()[0]), q, Math.exp(best.logs()[2]) * scale);
        Diagnostics diagnostics =
                new Diagnostics(
                        best.value() - data.customers() * Math.log(scale),
                        errors,
                        information.conditionNumber(),
                        best.steepest() / data.customers(),
                        0,
                        best.evaluations(),
                        data.customers(),
                        data.customers());
        double correlation = data.correlation();
        if (best.logs()[0] > FAR) {
            return new Outcome.AtBoundary(model, Limit.PURCHASES_EQUAL, diagnostics, correlation);
        }
        return best.logs()[1] > FAR
                ? new Outcome.AtBoundary(model, Limit.MEANS_HOMOGENEOUS, diagnostics, correlation)
                : new Outcome.Fitted(model, diagnostics, correlation);
    }

    /** The log-likelihood with its analytic gradient, money in units of {@code scale}. */
    private static final class SpendingObjective extends ChunkedObjective {
        private final Spending data;
        private final double scale;
        private double p;
        private double q;
        private double gamma;

        SpendingObjective(Spending data, double scale) {
            super(3, data.customers());
            this.data = data;
            this.scale = scale;
        }

        @Override
        void prepare(double[] logs) {
            p = Math.exp(logs[0]);
            q = Math.exp(logs[1]);
            gamma = Math.exp(logs[2]);
        }

        @Override
        double sum(int from, int to, double[] d) {
            double digammaQ = Special.digamma(q);
            double lnGammaRate = Math.log(gamma);
            double sum = 0;
            long seen = -1;
            double byCount = 0;
            double digammaAll = 0;
            double digammaOwn = 0;
            double lnCount = 0;
            for (int i = from; i < to; i++) {
                long x = data.repeats(i);
                double px = p * x;
                if (x != seen) {
                    lnCount = Math.log(x);
                    byCount =
                            -Special.lnGammaRatio(px, q)
                                    - Special.lnGamma(q)
                                    + q * lnGammaRate
                                    + px * lnCount;
                    digammaAll = Special.digamma(px + q);
                    digammaOwn = Special.digamma(px);
                    seen = x;
                }
                double m = data.mean(i) / scale;
                double all = gamma + x * m;
                double lnMean = Math.log(m);
                double lnAll = Math.log(all);
                sum += byCount + (px - 1) * lnMean - (px + q) * lnAll;
                d[0] += x * (digammaAll - digammaOwn + lnMean + lnCount - lnAll);
                d[1] += digammaAll - digammaQ + lnGammaRate - lnAll;
                d[2] += q / gamma - (px + q) / all;
            }
            return sum;
        }
    }
}
