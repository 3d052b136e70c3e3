package io.millrace.kernel.model.lifetime;

import java.util.List;
import java.util.function.Function;

/**
 * The log-likelihood of a purchase model some of whose parameters are the customers' own: the
 * logarithm of each moved parameter is a line in the covariates, so that the gradient follows from
 * the model's own by the chain rule. The parameters are the model's four, then the effects of the
 * columns on the first moved parameter, then on the next.
 */
final class CovariateObjective implements Objective {
    private static final int BASE = 4;

    private final List<double[]> values;
    private final List<Objective> cells;
    private final int columns;
    private final int[] moved;
    private final int[] signs;

    /**
     * @param moved places of the parameters that covariates move
     * @param signs 1 where an effect makes the parameter larger, -1 where smaller
     */
    CovariateObjective(
            CovariatePurchases data,
            int[] moved,
            int[] signs,
            Function<Purchases, Objective> objective) {
        this.values = data.values();
        this.cells = data.cells().stream().map(objective).toList();
        this.columns = data.columns().size();
        this.moved = moved;
        this.signs = signs;
    }

    @Override
    public int size() {
        return BASE + moved.length * columns;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        double[] own = new double[BASE];
        double[] derivatives = new double[BASE];
        double sum = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            double[] z = values.get(cell);
            for (int i = 0; i < BASE; i++) {
                own[i] = logs[i];
            }
            for (int m = 0; m < moved.length; m++) {
                double shift = 0;
                for (int k = 0; k < columns; k++) {
                    shift += z[k] * logs[BASE + m * columns + k];
                }
                own[moved[m]] += signs[m] * shift;
            }
            sum += cells.get(cell).at(own, derivatives);
            for (int i = 0; i < BASE; i++) {
                gradient[i] += derivatives[i];
            }
            for (int m = 0; m < moved.length; m++) {
                for (int k = 0; k < columns; k++) {
                    gradient[BASE + m * columns + k] += signs[m] * z[k] * derivatives[moved[m]];
                }
            }
        }
        return sum;
    }
}
