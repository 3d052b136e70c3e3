package io.millrace.kernel.model.churn;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well told probabilities match what happened.
 *
 * @param auc area under the ROC curve, ties counted half (Mann and Whitney)
 * @param brier mean squared error of the probabilities (Brier 1950)
 * @param logLoss mean negative log-likelihood
 * @param topDecileLift the positive share among the tenth at highest risk, over the overall share
 */
public record Quality(double auc, double brier, double logLoss, double topDecileLift) {
    public static Quality of(double[] told, boolean[] happened) {
        int n = told.length;
        Integer[] order = ascending(told);
        double ones = 0;
        double brier = 0;
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double actual = happened[i] ? 1 : 0;
            ones += actual;
            brier += (told[i] - actual) * (told[i] - actual);
            loss -= Math.log(Math.max(happened[i] ? told[i] : 1 - told[i], 1e-15));
        }
        int top = Math.max(1, n / 10);
        double hits = 0;
        for (int i = n - top; i < n; i++) {
            hits += happened[order[i]] ? 1 : 0;
        }
        return new Quality(
                auc(told, happened, order), brier / n, loss / n, hits / top / (ones / n));
    }

    /** The area under the ROC curve alone; NaN if only one class occurs. */
    public static double auc(double[] told, boolean[] happened) {
        return auc(told, happened, ascending(told));
    }

    private static double auc(double[] told, boolean[] happened, Integer[] order) {
        int n = told.length;
        double ranks = 0;
        double ones = 0;
        for (int i = 0; i < n; ) {
            int j = i;
            while (j < n && told[order[j]] == told[order[i]]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                ranks += happened[order[k]] ? (i + j + 1) / 2.0 : 0;
                ones += happened[order[k]] ? 1 : 0;
            }
            i = j;
        }
        return (ranks - ones * (ones + 1) / 2) / (ones * (n - ones));
    }

    private static Integer[] ascending(double[] told) {
        Integer[] order = new Integer[told.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> told[i]));
        return order;
    }
}
