package io.millrace.kernel.model.churn;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What was told beside what happened, from the lowest probability to the highest. Cases of equal
 * probability are one group, so that the order in which cases come changes nothing, to the last
 * bit.
 *
 * @param told ascending
 * @param happened 1 or 0; in a group, the group's share for each
 * @param ones cases in which it happened
 */
record Ranked(double[] told, double[] happened, int ones) {
    static Ranked of(double[] told, boolean[] happened) {
        int n = told.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> told[i]));
        double[] sorted = new double[n];
        double[] shares = new double[n];
        int ones = 0;
        for (int i = 0; i < n; ) {
            int j = i;
            int hits = 0;
            while (j < n && told[order[j]] == told[order[i]]) {
                hits += happened[order[j++]] ? 1 : 0;
            }
            Arrays.fill(sorted, i, j, told[order[i]]);
            Arrays.fill(shares, i, j, (double) hits / (j - i));
            ones += hits;
            i = j;
        }
        return new Ranked(sorted, shares, ones);
    }

    int size() {
        return told.length;
    }

    /** How often it happened in some places. */
    double hits(int from, int to) {
        double hits = 0;
        for (int i = from; i < to; i++) {
            hits += happened[i];
        }
        return hits;
    }

    /** The mean probability of some places. */
    double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += told[i];
        }
        return sum / (to - from);
    }

    /** The area under the ROC curve, ties counted half; NaN if only one class occurs. */
    double auc() {
        double ranks = 0;
        for (int i = 0; i < size(); ) {
            int j = i;
            while (j < size() && told[j] == told[i]) {
                j++;
            }
            ranks += happened[i] * (j - i) * (i + j + 1) / 2.0;
            i = j;
        }
        double all = ones;
        return (ranks - all * (all + 1) / 2) / (all * (size() - all));
    }
}
