package io.millrace.kernel.model.growth;

import java.util.function.BiFunction;

/**
 * Non-linear least squares by Levenberg and Marquardt (Moré's scaling), with a central-difference
 * Jacobian; for curves of a few parameters.
 */
final class LeastSquares {
    private static final int ITERATIONS = 500;

    private final double[] x;
    private final double[] y;
    private final BiFunction<double[], Double, Double> curve;

    /**
     * @param curve parameters and x to y; NaN where the parameters are out of range
     */
    LeastSquares(double[] x, double[] y, BiFunction<double[], Double, Double> curve) {
        this.x = x;
        this.y = y;
        this.curve = curve;
    }

    record Solution(double[] parameters, double residualSumOfSquares, double[] standardErrors) {}

    Solution from(double... start) {
        double[] here = start.clone();
        double sum = squares(here);
        double damping = 1e-3;
        for (int i = 0; i < ITERATIONS && damping < 1e15; i++) {
            double[][] jacobian = jacobian(here);
            double[] step = step(jacobian, residuals(here), damping);
            double[] there = here.clone();
            for (int p = 0; p < there.length; p++) {
                there[p] += step[p];
            }
            double next = squares(there);
            if (next <= sum) {
                boolean settled = sum - next <= 1e-16 * sum && small(step, here);
                here = there;
                sum = next;
                damping = Math.max(damping / 5, 1e-14);
                if (settled) {
                    break;
                }
            } else {
                damping *= 4;
            }
        }
        here = polished(here);
        sum = squares(here);
        return new Solution(here, sum, standardErrors(jacobian(here), sum));
    }

    /*
     * The sum of squares is flat to the last bit long before the parameters have settled, so the last
     * steps are Gauss–Newton's own, for as long as they shrink.
     */
    private double[] polished(double[] from) {
        double[] here = from;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 30; i++) {
            double[] step = step(jacobian(here), residuals(here), 0);
            double length = 0;
            for (int p = 0; p < step.length; p++) {
                length = Math.max(length, Math.abs(step[p]) / Math.max(Math.abs(here[p]), 1e-300));
            }
            if (!(length < before) || length > 1e-2) {
                break;
            }
            double[] there = here.clone();
            for (int p = 0; p < step.length; p++) {
                there[p] += step[p];
            }
            here = there;
            before = length;
        }
        return here;
    }

    private static boolean small(double[] step, double[] here) {
        for (int p = 0; p < step.length; p++) {
            if (Math.abs(step[p]) > 1e-11 * Math.abs(here[p])) {
                return false;
            }
        }
        return true;
    }

    private double[] residuals(double[] parameters) {
        double[] residuals = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            residuals[i] = y[i] - curve.apply(parameters, x[i]);
        }
        return residuals;
    }

    private double squares(double[] parameters) {
        double sum = 0;
        for (double residual : residuals(parameters)) {
            sum += residual * residual;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    private double[][] jacobian(double[] parameters) {
        double[][] jacobian = new double[x.length][parameters.length];
        for (int p = 0; p < parameters.length; p++) {
            double step = 6e-6 * Math.max(Math.abs(parameters[p]), 1e-8);
            double[] up = parameters.clone();
            double[] down = parameters.clone();
            up[p] += step;
            down[p] -= step;
            for (int i = 0; i < x.length; i++) {
                jacobian[i][p] = (curve.apply(up, x[i]) - curve.apply(down, x[i])) / (2 * step);
            }
        }
        return jacobian;
    }

    private static double[] step(double[][] jacobian, double[] residuals, double damping) {
        int n = jacobian[0].length;
        double[][] normal = new double[n][n + 1];
        for (int i = 0; i < jacobian.length; i++) {
            for (int p = 0; p < n; p++) {
                for (int q = 0; q < n; q++) {
                    normal[p][q] += jacobian[i][p] * jacobian[i][q];
                }
                normal[p][n] += jacobian[i][p] * residuals[i];
            }
        }
        for (int p = 0; p < n; p++) {
            normal[p][p] *= 1 + damping;
        }
        return Linear.solve(normal);
    }

    private double[] standardErrors(double[][] jacobian, double sum) {
        int n = jacobian[0].length;
        double variance = sum / Math.max(1, jacobian.length - n);
        double[] errors = new double[n];
        for (int k = 0; k < n; k++) {
            double[][] normal = new double[n][n + 1];
            for (double[] row : jacobian) {
                for (int p = 0; p < n; p++) {
                    for (int q = 0; q < n; q++) {
                        normal[p][q] += row[p] * row[q];
                    }
                }
            }
            normal[k][n] = 1;
            errors[k] = Math.sqrt(variance * Linear.solve(normal)[k]);
        }
        return errors;
    }
}
