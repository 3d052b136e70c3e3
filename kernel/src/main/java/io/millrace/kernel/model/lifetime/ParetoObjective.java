package io.millrace.kernel.model.lifetime;

/** The log-likelihood of Pareto/NBD with its analytic gradient through the continued fraction. */
final class ParetoObjective extends ChunkedObjective {
    private final Purchases data;
    private final double scale;
    private final Counts counts;
    private double r;
    private double alpha;
    private double s;
    private double beta;
    private double[] value = {};
    private double[] byR = {};

    ParetoObjective(Purchases data, double scale) {
        super(4, data.rows());
        this.data = data;
        this.scale = scale;
        this.counts = new Counts(data);
    }

    @Override
    void prepare(double[] logs) {
        r = Math.exp(logs[0]);
        alpha = Math.exp(logs[1]);
        s = Math.exp(logs[2]);
        beta = Math.exp(logs[3]);
        value = new double[counts.size()];
        byR = new double[counts.size()];
        double digamma = Special.digamma(r);
        for (int i = 0; i < value.length; i++) {
            double x = counts.count(i);
            value[i] = r * Math.log(alpha) + s * Math.log(beta) - Special.lnGammaRatio(r, x);
            byR[i] = Math.log(alpha) - digamma + Special.digamma(r + x);
        }
    }

    @Override
    double sum(int from, int to, double[] d) {
        Tail early = new Tail();
        Tail late = new Tail();
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += data.weight(row) * row(row, early, late, d);
        }
        return sum;
    }

    private double row(int row, Tail early, Tail late, double[] d) {
        double x = data.repeats(row);
        double tx = data.last(row) / scale;
        double t = data.observed(row) / scale;
        double weight = data.weight(row);
        int i = counts.index(row);
        double lnRate = Math.log(alpha + t);
        double lnDeath = Math.log(beta + t);
        double alive = -(r + x) * lnRate - s * lnDeath;
        double left = Double.NEGATIVE_INFINITY;
        double n = r + s + x;
        if (t > tx) {
            early.at(x, tx);
            late.at(x, t);
            left = Math.log(s / n) + Special.lnDifference(early.value, late.value);
        }
        double both = Special.lnSum(alive, left);
        double stay = Math.exp(alive - both);
        double share = left == Double.NEGATIVE_INFINITY ? 0 : Math.exp(left - both);
        d[0] += weight * (byR[i] - stay * lnRate);
        d[1] += weight * (r / alpha - stay * (r + x) / (alpha + t));
        d[2] += weight * (Math.log(beta) - stay * lnDeath);
        d[3] += weight * (s / beta - stay * s / (beta + t));
        if (share > 0) {
            double gap = -Math.expm1(late.value - early.value);
            double e = weight * share / gap;
            double l = e * Math.exp(late.value - early.value);
            d[0] += e * early.byR - l * late.byR - weight * share / n;
            d[1] += e * early.byAlpha - l * late.byAlpha;
            d[2] += e * early.byS - l * late.byS + weight * share * (1 / s - 1 / n);
            d[3] += e * early.byBeta - l * late.byBeta;
        }
        return value[i] + both;
    }

    /** ln g(t) and its derivatives; see {@link ParetoNbd}. */
    private final class Tail {
        private final HypergeometricOne f = new HypergeometricOne();
        private double value;
        private double byR;
        private double byAlpha;
        private double byS;
        private double byBeta;

        void at(double x, double t) {
            double n = r + s + x;
            double rate = alpha + t;
            double death = beta + t;
            double lnRate = Math.log(rate);
            double lnDeath = Math.log(death);
            if (alpha >= beta) {
                f.at(r + x, n + 1, (alpha - beta) / rate);
                value = -n * lnRate - s * (lnDeath - lnRate) + f.value;
                byR = -lnRate + f.byB + f.byC;
                byS = -lnDeath + f.byC;
                byAlpha = (s - n) / rate + f.byZ * death / (rate * rate);
                byBeta = -s / death - f.byZ / rate;
                return;
            }
            f.at(s + 1, n + 1, (beta - alpha) / death);
            value = -n * lnDeath + (1 - r - x) * (lnRate - lnDeath) + f.value;
            byR = -lnRate + f.byC;
            byS = -lnDeath + f.byB + f.byC;
            byAlpha = (1 - r - x) / rate - f.byZ / death;
            byBeta = (r + x - 1 - n) / death + f.byZ * rate / (death * death);
        }
    }
}
