package io.millrace.kernel.model.lifetime;

/**
 * The log-likelihood of BG/NBD, or of MBG/NBD, with its analytic gradient. What depends on x alone
 * is looked up: customers have few distinct x.
 */
final class BetaGeometricObjective extends ChunkedObjective {
    private final Purchases data;
    private final double scale;
    private final boolean modified;
    private final Counts counts;
    private double r;
    private double alpha;
    private double a;
    private double b;
    private double common;
    private double commonR;
    private double commonA;
    private double commonB;
    private double[] value = {};
    private double[] byR = {};
    private double[] byA = {};
    private double[] byB = {};
    private double[] lnStays = {};
    private double[] lnLeaves = {};

    BetaGeometricObjective(Purchases data, double scale, boolean modified) {
        super(4, data.rows());
        this.data = data;
        this.scale = scale;
        this.modified = modified;
        this.counts = new Counts(data);
    }

    @Override
    void prepare(double[] logs) {
        r = Math.exp(logs[0]);
        alpha = Math.exp(logs[1]);
        a = Math.exp(logs[2]);
        b = Math.exp(logs[3]);
        common = r * Math.log(alpha);
        commonR = Math.log(alpha) - Special.digamma(r);
        commonA = Special.digamma(a + b);
        commonB = Special.digamma(a + b) - Special.digamma(b);
        int n = counts.size();
        value = new double[n];
        byR = new double[n];
        byA = new double[n];
        byB = new double[n];
        lnStays = new double[n];
        lnLeaves = new double[n];
        for (int i = 0; i < n; i++) {
            fill(i, counts.count(i));
        }
    }

    private void fill(int i, double x) {
        double all = a + b + x;
        double digammaAll = Special.digamma(all);
        value[i] =
                common
                        - Special.lnGammaRatio(r, x)
                        + Special.lnGammaRatio(a + b, x)
                        - Special.lnGammaRatio(b, x)
                        - (modified ? Math.log(all) : 0);
        lnStays[i] = modified ? Math.log(b + x) : 0;
        lnLeaves[i] = Math.log(a) - (modified || x == 0 ? 0 : Math.log(b + x - 1));
        byR[i] = commonR + Special.digamma(r + x);
        byA[i] = commonA - digammaAll - (modified ? 1 / all : 0);
        byB[i] = commonB + Special.digamma(b + x) - digammaAll - (modified ? 1 / all : 0);
    }

    @Override
    double sum(int from, int to, double[] d) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            int i = counts.index(row);
            double x = data.repeats(row);
            double weight = data.weight(row);
            double end = alpha + data.observed(row) / scale;
            double lnEnd = Math.log(end);
            if (x == 0 && !modified) {
                sum += weight * (value[i] - r * lnEnd);
                d[0] += weight * (byR[i] - lnEnd);
                d[1] += weight * (r / alpha - r / end);
                d[2] += weight * byA[i];
                d[3] += weight * byB[i];
                continue;
            }
            double last = alpha + data.last(row) / scale;
            double lnLast = Math.log(last);
            double stayed = lnStays[i] - (r + x) * lnEnd;
            double left = lnLeaves[i] - (r + x) * lnLast;
            double smaller = Math.exp(-Math.abs(left - stayed));
            double share = (left > stayed ? 1 : smaller) / (1 + smaller);
            sum += weight * (value[i] + Math.max(left, stayed) + Math.log1p(smaller));
            d[0] += weight * (byR[i] - (1 - share) * lnEnd - share * lnLast);
            d[1] += weight * (r / alpha - (r + x) * ((1 - share) / end + share / last));
            d[2] += weight * (byA[i] + share / a);
            d[3] += weight * (byB[i] + (modified ? (1 - share) / (b + x) : -share / (b + x - 1)));
        }
        return sum;
    }
}
