package io.millrace.kernel.model.lifetime;

/** The log-likelihood of the NBD's purchase times with its analytic gradient. */
final class NbdObjective extends ChunkedObjective {
    private final Purchases data;
    private final double scale;
    private final Counts counts;
    private double r;
    private double alpha;
    private double[] value = {};
    private double[] byR = {};

    NbdObjective(Purchases data, double scale) {
        super(2, data.rows());
        this.data = data;
        this.scale = scale;
        this.counts = new Counts(data);
    }

    @Override
    void prepare(double[] logs) {
        r = Math.exp(logs[0]);
        alpha = Math.exp(logs[1]);
        value = new double[counts.size()];
        byR = new double[counts.size()];
        double digamma = Special.digamma(r);
        for (int i = 0; i < value.length; i++) {
            double x = counts.count(i);
            value[i] = r * Math.log(alpha) - Special.lnGammaRatio(r, x);
            byR[i] = Math.log(alpha) - digamma + Special.digamma(r + x);
        }
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
            sum += weight * (value[i] - (r + x) * lnEnd);
            d[0] += weight * (byR[i] - lnEnd);
            d[1] += weight * (r / alpha - (r + x) / end);
        }
        return sum;
    }
}
