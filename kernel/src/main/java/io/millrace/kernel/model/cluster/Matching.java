package io.millrace.kernel.model.cluster;

import java.util.Arrays;

/**
 * The assignment of rows to columns of least total cost: the Hungarian method with potentials (Kuhn
 * 1955; Munkres 1957), in cubic time.
 */
public final class Matching {
    private Matching() {}

    /**
     * @param cost at least as many columns as rows, all finite
     * @return the column of each row; no column twice
     */
    public static int[] of(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        if (columns < rows) {
            throw new IllegalArgumentException(rows + " rows, " + columns + " columns");
        }
        double[] u = new double[rows + 1];
        double[] v = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            augment(cost, row, u, v, rowOf);
        }
        int[] column = new int[rows];
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0) {
                column[rowOf[j] - 1] = j - 1;
            }
        }
        return column;
    }

    private static void augment(double[][] cost, int row, double[] u, double[] v, int[] rowOf) {
        int columns = v.length - 1;
        double[] least = new double[columns + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        boolean[] used = new boolean[columns + 1];
        int[] way = new int[columns + 1];
        rowOf[0] = row;
        int at = 0;
        while (rowOf[at] != 0) {
            used[at] = true;
            int i = rowOf[at];
            int next = 0;
            for (int j = 1; j <= columns; j++) {
                double reduced = cost[i - 1][j - 1] - u[i] - v[j];
                if (!used[j] && reduced < least[j]) {
                    least[j] = reduced;
                    way[j] = at;
                }
                next = !used[j] && (next == 0 || least[j] < least[next]) ? j : next;
            }
            double delta = least[next];
            for (int j = 0; j <= columns; j++) {
                if (used[j]) {
                    u[rowOf[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            at = next;
        }
        while (at != 0) {
            rowOf[at] = rowOf[way[at]];
            at = way[at];
        }
    }
}
