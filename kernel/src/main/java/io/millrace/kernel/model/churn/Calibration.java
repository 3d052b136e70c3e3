package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What was told beside what happened, tenth by tenth of the cases, highest risk first: a
 * calibration and a lift table in one.
 */
public record Calibration(List<Tenth> tenths) {
    public Calibration {
        tenths = List.copyOf(tenths);
    }

    /**
     * @param number 1 is the tenth at the highest risk
     * @param told mean probability
     * @param happened share of positives
     * @param lift that share over the share of all
     * @param cumulativeLift the same of all tenths so far
     * @param captured the share of all positives that lie in the tenths so far
     */
    public record Tenth(
            int number,
            int cases,
            double told,
            double happened,
            double lift,
            double cumulativeLift,
            double captured) {}

    /** Equal probabilities keep the order of the cases. */
    public static Calibration of(double[] told, boolean[] happened) {
        int n = told.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -told[i]));
        double all = 0;
        for (boolean one : happened) {
            all += one ? 1 : 0;
        }
        List<Tenth> tenths = new ArrayList<>();
        double before = 0;
        for (int t = 0; t < 10; t++) {
            int from = (int) ((long) n * t / 10);
            int to = (int) ((long) n * (t + 1) / 10);
            if (from == to) {
                continue;
            }
            double sum = 0;
            double hits = 0;
            for (int i = from; i < to; i++) {
                sum += told[order[i]];
                hits += happened[order[i]] ? 1 : 0;
            }
            before += hits;
            double share = all / n;
            tenths.add(
                    new Tenth(
                            t + 1,
                            to - from,
                            sum / (to - from),
                            hits / (to - from),
                            hits / (to - from) / share,
                            before / to / share,
                            before / all));
        }
        return new Calibration(tenths);
    }
}
