package io.millrace.kernel.model.lifetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The observed information at a maximum: differences of the analytic gradient. */
final class Information {
    private static final double STEP = 1e-4;

    private final double[][] matrix;
    private final double[] logs;

    private Information(double[][] matrix, double[] logs) {
        this.matrix = matrix;
        this.logs = logs;
    }

    /**
     * @param quick differences to one side only, half the work, good to about four digits
     */
    static Information at(Objective objective, Maximum.Point point, boolean quick) {
        double[] logs = point.logs();
        int n = logs.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = logs.clone();
            up[i] += STEP;
            double[] above = new double[n];
            objective.at(up, above);
            double[] below = point.gradient();
            if (!quick) {
                double[] down = logs.clone();
                down[i] -= STEP;
                below = new double[n];
                objective.at(down, below);
            }
            for (int j = 0; j < n; j++) {
                matrix[i][j] = (below[j] - above[j]) / (quick ? STEP : 2 * STEP);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix[i][j] + matrix[j][i]) / 2;
                matrix[i][j] = mean;
                matrix[j][i] = mean;
            }
        }
        return new Information(matrix, logs);
    }

    /** Standard errors of the parameters themselves, by the delta method from their logarithms. */
    List<Double> standardErrors() {
        int n = logs.length;
        List<Double> errors = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            double[] column = solve(unit);
            errors.add(Math.sqrt(column[i]) * Math.exp(logs[i]));
        }
        return errors;
    }

    /**
     * The covariance of the logarithms, as if the parameters not {@code told} were known; NaN for
     * those, and for all where there is no maximum in the others.
     */
    double[][] covariance(boolean[] told) {
        int[] kept = IntStream.range(0, told.length).filter(i -> told[i]).toArray();
        double[][] part = new double[kept.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                part[i][j] = matrix[kept[i]][kept[j]];
            }
        }
        Information of = new Information(part, new double[kept.length]);
        boolean usable = of.usable();
        double[][] covariance = new double[told.length][told.length];
        for (double[] row : covariance) {
            Arrays.fill(row, Double.NaN);
        }
        double[][] inverse = usable ? of.inverse(1) : new double[0][];
        for (int i = 0; i < inverse.length; i++) {
            for (int j = 0; j < inverse.length; j++) {
                covariance[kept[i]][kept[j]] = inverse[i][j];
            }
        }
        return covariance;
    }

    private boolean usable() {
        boolean usable = true;
        for (double value : Jacobi.eigenvalues(matrix)) {
            usable &= value > 0 && Double.isFinite(value);
        }
        return usable;
    }

    /** The inverse, of {@code share} times as much; the identity where there is none to use. */
    double[][] inverse(double share) {
        int n = logs.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        boolean usable = usable();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = usable ? inverse[i][j] * share : i == j ? 1 : 0;
            }
        }
        return inverse;
    }

    /** Largest over smallest eigenvalue, by Jacobi rotations. */
    double conditionNumber() {
        double[] values = Jacobi.eigenvalues(matrix);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double value : values) {
            smallest = Math.min(smallest, Math.abs(value));
            largest = Math.max(largest, Math.abs(value));
        }
        return largest / smallest;
    }

    private double[] solve(double[] right) {
        int n = right.length;
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = matrix[i].clone();
        }
        for (int pivot = 0; pivot < n; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < n; row++) {
                best = Math.abs(m[row][pivot]) > Math.abs(m[best][pivot]) ? row : best;
            }
            double[] swap = m[pivot];
            m[pivot] = m[best];
            m[best] = swap;
            double value = right[pivot];
            right[pivot] = right[best];
            right[best] = value;
            for (int row = pivot + 1; row < n; row++) {
                double factor = m[row][pivot] / m[pivot][pivot];
                for (int j = pivot; j < n; j++) {
                    m[row][j] -= factor * m[pivot][j];
                }
                right[row] -= factor * right[pivot];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int j = row + 1; j < n; j++) {
                right[row] -= m[row][j] * right[j];
            }
            right[row] /= m[row][row];
        }
        return right;
    }
}
