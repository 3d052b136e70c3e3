package io.millrace.kernel.model.satisfaction;

import java.util.Arrays;

/**
 * A mean with its 95 % interval by the normal approximation.
 *
 * @param mean NaN without values
 * @param low NaN with fewer than two
 */
public record Mean(int of, double mean, double low, double high) {
    /** The values in any order; the same ones give the same bits. */
    public static Mean of(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / n;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double reach = n < 2 ? Double.NaN : Proportion.Z * Math.sqrt(squares / (n - 1.0) / n);
        return new Mean(n, n == 0 ? Double.NaN : mean, mean - reach, mean + reach);
    }
}
