package io.millrace.bench.models;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The simplex method (Nelder and Mead 1965), as the usual tools fit these models. */
final class NelderMead {
    private NelderMead() {}

    /** The largest value that is found from this start. */
    static double maximise(ToDoubleFunction<double[]> f, double[] start, double tolerance) {
        int n = start.length;
        double[][] simplex = new double[n + 1][];
        double[] value = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            simplex[i] = start.clone();
            if (i > 0) {
                simplex[i][i - 1] += 0.25;
            }
            value[i] = -f.applyAsDouble(simplex[i]);
        }
        for (int step = 0; step < 5_000; step++) {
            sort(simplex, value);
            if (value[n] - value[0] < tolerance * Math.abs(value[0])) {
                break;
            }
            double[] middle = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    middle[j] += simplex[i][j] / n;
                }
            }
            double[] reflected = along(middle, simplex[n], -1);
            double at = -f.applyAsDouble(reflected);
            if (at < value[0]) {
                double[] further = along(middle, simplex[n], -2);
                double there = -f.applyAsDouble(further);
                simplex[n] = there < at ? further : reflected;
                value[n] = Math.min(there, at);
            } else if (at < value[n - 1]) {
                simplex[n] = reflected;
                value[n] = at;
            } else {
                double[] nearer = along(middle, simplex[n], at < value[n] ? -0.5 : 0.5);
                double there = -f.applyAsDouble(nearer);
                if (there < Math.min(at, value[n])) {
                    simplex[n] = nearer;
                    value[n] = there;
                } else {
                    shrink(f, simplex, value);
                }
            }
        }
        return -Arrays.stream(value).min().orElseThrow();
    }

    private static void shrink(ToDoubleFunction<double[]> f, double[][] simplex, double[] value) {
        for (int i = 1; i < simplex.length; i++) {
            simplex[i] = along(simplex[0], simplex[i], 0.5);
            value[i] = -f.applyAsDouble(simplex[i]);
        }
    }

    private static double[] along(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        for (int j = 0; j < point.length; j++) {
            point[j] = from[j] + share * (to[j] - from[j]);
        }
        return point;
    }

    private static void sort(double[][] simplex, double[] value) {
        for (int i = 1; i < value.length; i++) {
            for (int j = i; j > 0 && value[j] < value[j - 1]; j--) {
                double v = value[j];
                value[j] = value[j - 1];
                value[j - 1] = v;
                double[] p = simplex[j];
                simplex[j] = simplex[j - 1];
                simplex[j - 1] = p;
            }
        }
    }
}
