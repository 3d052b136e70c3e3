package io.millrace.kernel.model.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the search for a curve begins: for several guesses of the ceiling the rest is a straight
 * line.
 */
final class CurveStarts {
    private static final double[] CEILINGS = {1.02, 1.2, 1.6, 2.5, 5, 10};

    private CurveStarts() {}

    static LeastSquares.Solution best(LeastSquares squares, List<double[]> starts) {
        LeastSquares.Solution best = squares.from(starts.getFirst());
        for (double[] start : starts.subList(1, starts.size())) {
            LeastSquares.Solution next = squares.from(start);
            best =
                    next.residualSumOfSquares() < best.residualSumOfSquares() * (1 - 1e-9)
                            ? next
                            : best;
        }
        return best;
    }

    static List<double[]> logistic(double[] x, double[] y) {
        List<double[]> starts = new ArrayList<>();
        for (double factor : CEILINGS) {
            double ceiling = factor * max(y);
            double[] line = line(x, y, v -> Math.log(v / (ceiling - v)));
            starts.add(new double[] {ceiling, -line[0] / line[1], 1 / line[1]});
        }
        return starts;
    }

    static List<double[]> gompertz(double[] x, double[] y) {
        List<double[]> starts = new ArrayList<>();
        for (double factor : CEILINGS) {
            double ceiling = factor * max(y);
            double[] line = line(x, y, v -> Math.log(-Math.log(v / ceiling)));
            starts.add(new double[] {ceiling, Math.exp(line[0]), Math.exp(line[1])});
        }
        return starts;
    }

    private static double[] line(double[] x, double[] y, DoubleUnaryOperator transform) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double v = transform.applyAsDouble(y[i]);
            if (!Double.isFinite(v)) {
                continue;
            }
            n++;
            sx += x[i];
            sy += v;
            xx += x[i] * x[i];
            xy += x[i] * v;
        }
        double slope = (n * xy - sx * sy) / (n * xx - sx * sx);
        return new double[] {(sy - slope * sx) / n, slope};
    }

    private static double max(double[] values) {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
