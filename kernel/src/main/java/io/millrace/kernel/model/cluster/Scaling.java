package io.millrace.kernel.model.cluster;

/**
 * Makes columns of figures comparable: the logarithm of 1 + x where asked for, then mean 0 and
 * deviation 1 over the rows that were given. What is not known (NaN) stands at the mean; a column
 * without spread is 0 everywhere.
 *
 * @param logs for each column, whether the logarithm is taken; such figures are not negative
 * @param means after the logarithm
 * @param deviations after the logarithm, 0 for a column without spread
 */
public record Scaling(boolean[] logs, double[] means, double[] deviations) {
    private static final double FLAT = 1e-9;

    /** The scaling that the rows themselves ask for. */
    public static Scaling of(double[][] rows, boolean[] logs) {
        double[] means = new double[logs.length];
        double[] deviations = new double[logs.length];
        for (int c = 0; c < logs.length; c++) {
            double sum = 0;
            int known = 0;
            for (double[] row : rows) {
                if (!Double.isNaN(row[c])) {
                    sum += taken(row[c], logs[c]);
                    known++;
                }
            }
            double mean = known == 0 ? 0 : sum / known;
            double squares = 0;
            for (double[] row : rows) {
                double off = Double.isNaN(row[c]) ? 0 : taken(row[c], logs[c]) - mean;
                squares += off * off;
            }
            means[c] = mean;
            double deviation = known == 0 ? 0 : Math.sqrt(squares / known);
            deviations[c] = deviation <= FLAT * Math.max(1, Math.abs(mean)) ? 0 : deviation;
        }
        return new Scaling(logs, means, deviations);
    }

    private static double taken(double x, boolean log) {
        return log ? Math.log1p(Math.max(0, x)) : x;
    }

    /** A row in deviations from the mean. */
    public double[] apply(double[] row) {
        double[] scaled = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            scaled[c] =
                    deviations[c] == 0 || Double.isNaN(row[c])
                            ? 0
                            : (taken(row[c], logs[c]) - means[c]) / deviations[c];
        }
        return scaled;
    }

    /** The row that {@link #apply} would make this point of. */
    public double[] back(double[] point) {
        double[] row = new double[point.length];
        for (int c = 0; c < point.length; c++) {
            double x = point[c] * deviations[c] + means[c];
            row[c] = logs[c] ? Math.expm1(x) : x;
        }
        return row;
    }

    /** How many columns have any spread. */
    public int varying() {
        int varying = 0;
        for (double deviation : deviations) {
            varying += deviation > 0 ? 1 : 0;
        }
        return varying;
    }
}
