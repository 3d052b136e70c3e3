package io.millrace.kernel.model.churn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh and Nelder, Generalized
 * Linear Models, 1989, §4.4), as R's {@code glm}. Columns that earlier columns already say are left
 * out. Where the classes can be separated the likelihood has no maximum; then a weak ridge is added
 * and the outcome says so.
 *
 * @param coefficients intercept first, then one a column; 0 for a column left out
 * @param deviance −2 log-likelihood
 * @param rank parameters that the data can tell apart, the intercept included
 * @param separated true if the ridge was needed
 */
public record Logistic(
        double[] coefficients, double deviance, double nullDeviance, int rank, boolean separated) {
    private static final int ITERATIONS = 100;
    private static final double RIDGE = 1e-2;

    /** The chance of the positive class. */
    public double probability(double[] row) {
        return 1 / (1 + Math.exp(-logOdds(row)));
    }

    double logOdds(double[] row) {
        double eta = coefficients[0];
        for (int i = 0; i < row.length; i++) {
            eta += coefficients[i + 1] * row[i];
        }
        return eta;
    }

    /** What each column adds to the log-odds of this row beyond a row of means: its reasons. */
    public double[] contributions(double[] row, double[] means) {
        double[] contributions = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            contributions[i] = coefficients[i + 1] * (row[i] - means[i]);
        }
        return contributions;
    }

    /**
     * The order of the cases changes nothing, to the last bit.
     *
     * @param rows finite numbers, one array a case
     * @param positive the cases' class; both classes must occur
     */
    public static Logistic fit(double[][] rows, boolean[] positive) {
        int[] order = order(rows, positive);
        return inOrder(rows(rows, order), Cases.only(positive, order));
    }

    /** Cases by their numbers, then their class: sums are then always made in the same order. */
    private static int[] order(double[][] rows, boolean[] positive) {
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(
                        Comparator.<Integer, double[]>comparing(i -> rows[i], Arrays::compare)
                                .thenComparing(i -> positive[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[][] rows(double[][] rows, int[] order) {
        return Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static Logistic inOrder(double[][] rows, boolean[] positive) {
        double[][] columns = standardised(rows);
        int[] kept = Independent.of(columns);
        double[] beta = new double[kept.length];
        Fit plain = iterate(columns, kept, positive, beta, 0);
        boolean separated = !plain.settled || largest(columns, kept, plain.beta) > 30;
        Fit fit =
                separated
                        ? iterate(columns, kept, positive, new double[kept.length], RIDGE)
                        : plain;
        return answer(rows, columns.length, kept, fit, positive, separated);
    }

    /**
     * The same with a ridge in any case (le Cessie and van Houwelingen 1992).
     *
     * @param ridge above 0; weight of the squares of the standardised coefficients, per case
     */
    public static Logistic fit(double[][] given, boolean[] classes, double ridge) {
        int[] order = order(given, classes);
        double[][] rows = rows(given, order);
        boolean[] positive = Cases.only(classes, order);
        double[][] columns = standardised(rows);
        int[] kept = Independent.of(columns);
        Fit fit = iterate(columns, kept, positive, new double[kept.length], ridge);
        return answer(rows, columns.length, kept, fit, positive, false);
    }

    private static Logistic answer(
            double[][] rows,
            int width,
            int[] kept,
            Fit fit,
            boolean[] positive,
            boolean separated) {
        return new Logistic(
                original(rows, width, kept, fit.beta),
                fit.deviance,
                nullDeviance(positive),
                kept.length,
                separated);
    }

    private record Fit(double[] beta, double deviance, boolean settled) {}

    private static double[][] standardised(double[][] rows) {
        int width = rows[0].length;
        double[][] columns = new double[width + 1][rows.length];
        Arrays.fill(columns[0], 1);
        for (int c = 0; c < width; c++) {
            double mean = mean(rows, c);
            double scale = deviation(rows, c, mean);
            for (int i = 0; i < rows.length; i++) {
                columns[c + 1][i] = (rows[i][c] - mean) / scale;
            }
        }
        return columns;
    }

    private static double[] original(double[][] rows, int width, int[] kept, double[] beta) {
        double[] coefficients = new double[width];
        for (int k = 0; k < kept.length; k++) {
            int column = kept[k];
            if (column == 0) {
                coefficients[0] += beta[k];
                continue;
            }
            double mean = mean(rows, column - 1);
            double scale = deviation(rows, column - 1, mean);
            coefficients[column] = beta[k] / scale;
            coefficients[0] -= beta[k] * mean / scale;
        }
        return coefficients;
    }

    private static double mean(double[][] rows, int column) {
        double sum = 0;
        for (double[] row : rows) {
            sum += row[column];
        }
        return sum / rows.length;
    }

    private static double deviation(double[][] rows, int column, double mean) {
        double sum = 0;
        for (double[] row : rows) {
            sum += (row[column] - mean) * (row[column] - mean);
        }
        return sum == 0 ? 1 : Math.sqrt(sum / rows.length);
    }

    private static double largest(double[][] columns, int[] kept, double[] beta) {
        double largest = 0;
        for (int i = 0; i < columns[0].length; i++) {
            largest = Math.max(largest, Math.abs(eta(columns, kept, beta, i)));
        }
        return largest;
    }

    private static double eta(double[][] columns, int[] kept, double[] beta, int i) {
        double eta = 0;
        for (int k = 0; k < kept.length; k++) {
            eta += beta[k] * columns[kept[k]][i];
        }
        return eta;
    }

    private static Fit iterate(
            double[][] columns, int[] kept, boolean[] positive, double[] start, double ridge) {
        double[] beta = start.clone();
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double deviance = newton(columns, kept, positive, beta, ridge);
            if (Math.abs(before - deviance) < 1e-12 * (Math.abs(deviance) + 0.1)) {
                return new Fit(beta, deviance(columns, kept, positive, beta), true);
            }
            before = deviance;
        }
        return new Fit(beta, deviance(columns, kept, positive, beta), false);
    }

    private static double newton(
            double[][] columns, int[] kept, boolean[] positive, double[] beta, double ridge) {
        int n = kept.length;
        double[][] information = new double[n][n];
        double[] score = new double[n];
        double deviance = 0;
        for (int i = 0; i < positive.length; i++) {
            double eta = eta(columns, kept, beta, i);
            double p = 1 / (1 + Math.exp(-eta));
            double residual = (positive[i] ? 1 : 0) - p;
            double weight = Math.max(p * (1 - p), 1e-10);
            deviance +=
                    2 * (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta)));
            deviance -= positive[i] ? 2 * eta : 0;
            for (int a = 0; a < n; a++) {
                double xa = columns[kept[a]][i];
                score[a] += xa * residual;
                for (int b = 0; b <= a; b++) {
                    information[a][b] += weight * xa * columns[kept[b]][i];
                }
            }
        }
        for (int a = 1; a < n; a++) {
            information[a][a] += ridge * positive.length;
            score[a] -= ridge * positive.length * beta[a];
        }
        double[] step = Cholesky.solve(information, score);
        for (int a = 0; a < n; a++) {
            beta[a] += Math.clamp(step[a], -5, 5);
        }
        return deviance;
    }

    private static double deviance(
            double[][] columns, int[] kept, boolean[] positive, double[] beta) {
        double deviance = 0;
        for (int i = 0; i < positive.length; i++) {
            double eta = eta(columns, kept, beta, i);
            double toward = positive[i] ? -eta : eta;
            deviance +=
                    2
                            * (toward > 0
                                    ? toward + Math.log1p(Math.exp(-toward))
                                    : Math.log1p(Math.exp(toward)));
        }
        return deviance;
    }

    private static double nullDeviance(boolean[] positive) {
        double ones = 0;
        for (boolean one : positive) {
            ones += one ? 1 : 0;
        }
        double n = positive.length;
        return -2 * (ones * Math.log(ones / n) + (n - ones) * Math.log(1 - ones / n));
    }
}
