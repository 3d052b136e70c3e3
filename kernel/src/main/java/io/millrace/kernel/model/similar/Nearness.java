package io.millrace.kernel.model.similar;

import java.util.BitSet;

/**
 * How near a customer is to the middle of a few others, for sets too small to learn from: the
 * negative mean square of the distances from the members' means, each column in units of its
 * standard deviation over all customers (a diagonal Mahalanobis distance). 0 is the middle itself.
 *
 * @param middle the members' means
 * @param spread each column's standard deviation over all; 0 where all are the same
 */
public record Nearness(double[] middle, double[] spread) {
    public static Nearness to(BitSet members, Features features) {
        int width = features.columns();
        double[] row = new double[width];
        double[] sum = new double[width];
        double[] squares = new double[width];
        double[] middle = new double[width];
        int in = members.cardinality();
        for (int customer = 0; customer < features.customers(); customer++) {
            features.read(customer, row);
            for (int c = 0; c < width; c++) {
                sum[c] += row[c];
                squares[c] += row[c] * row[c];
                middle[c] += members.get(customer) ? row[c] / in : 0;
            }
        }
        double[] spread = new double[width];
        double all = features.customers();
        for (int c = 0; c < width; c++) {
            double mean = sum[c] / all;
            spread[c] = Math.sqrt(Math.max(0, squares[c] / all - mean * mean));
        }
        return new Nearness(middle, spread);
    }

    /** Highest for the nearest. */
    public double score(double[] row) {
        double sum = 0;
        for (double part : parts(row)) {
            sum -= part;
        }
        return sum / Math.max(1, row.length);
    }

    /** What each column adds to the distance. */
    public double[] parts(double[] row) {
        double[] parts = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            double off = spread[c] == 0 ? 0 : (row[c] - middle[c]) / spread[c];
            parts[c] = off * off;
        }
        return parts;
    }
}
