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
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> told[i]));
        double ranks = 0;
        double ones = 0;
        double brier = 0;
        double loss = 0;
        for (int i = 0; i < n; ) {
            int j = i;
            while (j < n && told[order[j]] == told[order[i]]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                ranks += happened[order[k]] ? (i + j + 1) / 2.0 : 0;
            }
            i = j;
        }
        for (int i = 0; i < n; i++) {
            double actual = happened[i] ? 1 : 0;
            ones += actual;
            brier += (told[i] - actual) * (told[i] - actual);
            loss -= Math.log(happened[i] ? told[i] : 1 - told[i]);
        }
        int top = n / 10;
        double hits = 0;
        for (int i = n - top; i < n; i++) {
            hits += happened[order[i]] ? 1 : 0;
        }
        return new Quality(
                (ranks - ones * (ones + 1) / 2) / (ones * (n - ones)),
                brier / n,
                loss / n,
                hits / top / (ones / n));
    }
}
