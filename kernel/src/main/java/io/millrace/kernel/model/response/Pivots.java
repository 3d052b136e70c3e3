package io.millrace.kernel.model.response;

import java.util.Arrays;

/**
 * A symmetric positive semi-definite matrix, parted as in Cholesky's way; what adds nothing to the
 * columns before it is left out and answers 0. Only the lower triangle is read.
 */
final class Pivots {
    /** A column of which less than this share is its own is told by the others. */
    private static final double OWN = 1e-8;

    private final double[][] lower;
    private final boolean[] left;

    Pivots(double[][] matrix) {
        int n = matrix.length;
        this.lower = new double[n][n];
        this.left = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    left[i] = sum <= OWN * matrix[i][i] || sum <= 0;
                    lower[i][i] = left[i] ? 1 : Math.sqrt(sum);
                } else {
                    lower[i][j] = left[j] ? 0 : sum / lower[j][j];
                }
            }
            if (left[i]) {
                Arrays.fill(lower[i], 0, i, 0);
            }
        }
    }

    boolean isLeftOut(int column) {
        return left[column];
    }

    double[] solve(double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] = left[i] ? 0 : x[i] / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] = left[i] ? 0 : x[i] / lower[i][i];
        }
        return x;
    }
}
