package io.millrace.kernel.model.response;

import java.util.Arrays;

/**
 * Estimates of one kind drawn towards their common mean, the more the less is known of each: the
 * normal–normal model with unequal variances of Morris, "Parametric empirical Bayes inference",
 * JASA 78 (1983): the true values are normal around {@code mean} with variance {@code spread},
 * which is found by iterating {@code Σ w ((k / (k − 1)) (y − mean)² − v) / Σ w} with {@code w = 1 /
 * (v + spread)}; the factor by which an estimate is drawn is {@code (k − 3) / (k − 1) · v / (v +
 * spread)}. Fewer than four estimates are not drawn at all.
 *
 * @param mean of the true values
 * @param meanVariance how well it is known
 * @param spread variance of the true values, at least 0
 * @param count of the estimates
 */
public record Shrunk(double mean, double meanVariance, double spread, int count) {
    private static final int FEWEST = 4;
    private static final int ROUNDS = 200;

    /** A value and its standard error. */
    public record Known(double value, double error) {}

    /**
     * @param values at least one, finite
     * @param variances of their errors, above 0
     */
    public static Shrunk of(double[] values, double[] variances) {
        if (values.length == 0 || values.length != variances.length) {
            throw new IllegalArgumentException(values.length + " values");
        }
        int k = values.length;
        double spread = 0;
        double mean = Arrays.stream(values).sum() / k;
        double sum = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double weighted = 0;
            sum = 0;
            for (int i = 0; i < k; i++) {
                double weight = 1 / (variances[i] + spread);
                sum += weight;
                weighted += weight * values[i];
            }
            mean = weighted / sum;
            double next = k == 1 ? 0 : spread(values, variances, mean, spread) / sum;
            boolean still = Math.abs(next - spread) <= 1e-12 * (1 + spread);
            spread = Math.max(0, next);
            if (still) {
                break;
            }
        }
        return new Shrunk(mean, 1 / sum, spread, k);
    }

    private static double spread(double[] values, double[] variances, double mean, double before) {
        double k = values.length;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean;
            sum += (k / (k - 1) * off * off - variances[i]) / (variances[i] + before);
        }
        return sum;
    }

    /** What is to be believed of an estimate with this variance. */
    public Known of(double value, double variance) {
        if (count < FEWEST) {
            return new Known(value, Math.sqrt(variance));
        }
        double drawn = (count - 3.0) / (count - 1.0) * variance / (variance + spread);
        double rest = variance * (1 - drawn) + drawn * drawn * meanVariance;
        return new Known((1 - drawn) * value + drawn * mean, Math.sqrt(rest));
    }

    /** What is to be believed of one of which nothing is known. */
    public Known unseen() {
        return new Known(mean, Math.sqrt(spread + meanVariance));
    }
}
