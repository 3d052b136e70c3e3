package io.millrace.kernel.model.churn;

import java.util.Arrays;

/**
 * Which columns say something that the columns before them do not: modified Gram–Schmidt, twice for
 * accuracy.
 */
final class Independent {
    private static final double TOLERANCE = 1e-7;

    private Independent() {}

    static int[] of(double[][] columns) {
        double[][] basis = new double[columns.length][];
        int[] kept = new int[columns.length];
        int size = 0;
        for (int c = 0; c < columns.length; c++) {
            double[] rest = columns[c].clone();
            double length = norm(rest);
            for (int pass = 0; pass < 2; pass++) {
                for (int b = 0; b < size; b++) {
                    subtract(rest, basis[b]);
                }
            }
            double left = norm(rest);
            if (length == 0 || left < TOLERANCE * length) {
                continue;
            }
            for (int i = 0; i < rest.length; i++) {
                rest[i] /= left;
            }
            basis[size] = rest;
            kept[size++] = c;
        }
        return Arrays.copyOf(kept, size);
    }

    private static void subtract(double[] from, double[] direction) {
        double dot = 0;
        for (int i = 0; i < from.length; i++) {
            dot += from[i] * direction[i];
        }
        for (int i = 0; i < from.length; i++) {
            from[i] -= dot * direction[i];
        }
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
