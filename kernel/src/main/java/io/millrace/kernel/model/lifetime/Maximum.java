package io.millrace.kernel.model.lifetime;

import java.util.Arrays;

/**
 * Maximises a log-likelihood of a few parameters: BFGS on the logarithms with an Armijo–Wolfe line
 * search (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 6.1 and 3.5), in which a
 * value that is not finite is a step too long, never a stop. Starts are fixed, so that the same
 * data give the same answer.
 */
final class Maximum {
    private static final int ITERATIONS = 400;
    private static final double NEAR_EDGE = 5;

    private final Objective objective;
    private final double scale;
    private final double bound;

    /**
     * @param bound the logarithms are kept within ±bound; beyond it the likelihood is flat
     */
    Maximum(Objective objective, double scale, double bound) {
        this.objective = objective;
        this.scale = scale;
        this.bound = bound;
    }

    record Point(double[] logs, double value, double[] gradient, int evaluations) {
        boolean finite() {
            return Double.isFinite(value);
        }

        /** The largest of the derivatives, whichever way they point. */
        double steepest() {
            return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
        }
    }

    Point fromBestOf(double[]... starts) {
        Point best = evaluate(starts[0]);
        for (double[] start : starts) {
            Point found = climb(start, identity(start.length));
            if (found.finite() && (!best.finite() || found.value > best.value)) {
                best = found;
            }
        }
        return best;
    }

    /**
     * With many rows, a few of them lead close to the maximum and tell the curvature there, so that
     * only the last steps are taken with all. Where the few lead to an edge, all rows decide from
     * the start.
     *
     * @param few the same function of a part of the rows
     */
    Point fromBestOf(Maximum few, double[]... starts) {
        Point near = few.fromBestOf(starts);
        for (double log : near.logs) {
            if (Math.abs(log) > NEAR_EDGE) {
                return fromBestOf(starts);
            }
        }
        double[][] curvature =
                Information.at(few.objective, near, false).inverse(few.scale / scale);
        Point best = climb(near.logs, curvature);
        return best.finite() ? best : fromBestOf(starts);
    }

    private Point evaluate(double[] logs) {
        double[] gradient = new double[logs.length];
        double[] clamped = logs.clone();
        for (int i = 0; i < clamped.length; i++) {
            clamped[i] = Math.clamp(clamped[i], -bound, bound);
        }
        double value = objective.at(clamped, gradient);
        return new Point(clamped, value, gradient, 1);
    }

    private Point climb(double[] start, double[][] curvature) {
        Point here = evaluate(start);
        if (!here.finite()) {
            return here;
        }
        double[][] inverse = curvature;
        int evaluations = 1;
        int small = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            if (flat(here)) {
                break;
            }
            double[] direction = direction(inverse, here);
            Point next = search(here, direction, isIdentity(inverse));
            evaluations += next.evaluations;
            if (next.logs == here.logs) {
                if (isIdentity(inverse)) {
                    break;
                }
                inverse = identity(start.length);
                continue;
            }
            update(inverse, here, next);
            small = next.value - here.value <= 1e-13 * Math.abs(here.value) ? small + 1 : 0;
            here = next;
            if (small >= 3) {
                break;
            }
        }
        return new Point(here.logs, here.value, here.gradient, evaluations);
    }

    private boolean flat(Point here) {
        double most = 0;
        for (int i = 0; i < here.logs.length; i++) {
            boolean pressed =
                    Math.abs(here.logs[i]) >= bound && here.gradient[i] * here.logs[i] > 0;
            most = pressed ? most : Math.max(most, Math.abs(here.gradient[i]));
        }
        return most < 1e-9 * scale;
    }

    private static double[] direction(double[][] inverse, Point here) {
        int n = here.logs.length;
        double[] direction = new double[n];
        double slope = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                direction[i] += inverse[i][j] * here.gradient[j];
            }
            slope += direction[i] * here.gradient[i];
        }
        return slope > 0 ? direction : here.gradient.clone();
    }

    /** A point that rises enough and has turned flatter; the point itself if none is found. */
    private Point search(Point here, double[] direction, boolean first) {
        double slope = dot(direction, here.gradient);
        double length = Math.sqrt(dot(direction, direction));
        double step = first ? Math.min(1, 0.5 / length) : Math.min(1, 3 / length);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        Point best = here;
        int evaluations = 0;
        for (int i = 0; i < 50; i++) {
            Point there = evaluate(moved(here.logs, direction, step));
            evaluations++;
            if (!there.finite() || there.value < here.value + 1e-4 * step * slope) {
                high = step;
            } else {
                best = there.value >= best.value || best == here ? there : best;
                if (dot(there.gradient, direction) <= 0.9 * slope || atBound(there)) {
                    break;
                }
                low = step;
            }
            step = Double.isInfinite(high) ? step * 2 : (low + high) / 2;
            if (best != here && i > 12 || step * length < 1e-14) {
                break;
            }
        }
        return new Point(best.logs, best.value, best.gradient, evaluations);
    }

    private boolean atBound(Point there) {
        for (double log : there.logs) {
            if (Math.abs(log) >= bound) {
                return true;
            }
        }
        return false;
    }

    private static double[] moved(double[] from, double[] direction, double step) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += step * direction[i];
        }
        return to;
    }

    private static void update(double[][] inverse, Point from, Point to) {
        int n = from.logs.length;
        double[] s = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            s[i] = to.logs[i] - from.logs[i];
            y[i] = from.gradient[i] - to.gradient[i];
        }
        double sy = dot(s, y);
        if (sy <= 1e-14 * Math.sqrt(dot(s, s) * dot(y, y))) {
            return;
        }
        if (isIdentity(inverse)) {
            double size = sy / dot(y, y);
            for (int i = 0; i < n; i++) {
                inverse[i][i] = size;
            }
        }
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = dot(inverse[i], y);
        }
        double yhy = dot(y, hy);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] +=
                        (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static boolean isIdentity(double[][] matrix) {
        return Arrays.deepEquals(matrix, identity(matrix.length));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
