package io.millrace.models.scores;

import java.util.Arrays;

/** Ranks among all who have a figure. */
final class Percentiles {
    private Percentiles() {}

    /** Sets the share of customers with a smaller figure, in full hundredths: 0 to 99. */
    static void set(ScoreColumns scores, int of, int into) {
        int n = scores.size();
        double[] sorted = new double[n];
        for (int row = 0; row < n; row++) {
            sorted[row] = scores.number(of, row);
        }
        Arrays.sort(sorted);
        for (int row = 0; row < n; row++) {
            int below = firstOf(sorted, scores.number(of, row));
            scores.set(into, row, (double) Math.floorDiv(100L * below, n));
        }
    }

    private static int firstOf(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return Math.max(0, at);
    }
}
