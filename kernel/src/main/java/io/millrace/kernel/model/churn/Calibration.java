package io.millrace.kernel.model.churn;

import java.util.ArrayList;
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

    /** Cases of equal probability share what happened to them. */
    public static Calibration of(double[] told, boolean[] happened) {
        Ranked ranked = Ranked.of(told, happened);
        int n = ranked.size();
        double share = (double) ranked.ones() / n;
        List<Tenth> tenths = new ArrayList<>();
        double before = 0;
        for (int t = 0; t < 10; t++) {
            int from = (int) ((long) n * t / 10);
            int to = (int) ((long) n * (t + 1) / 10);
            if (from == to) {
                continue;
            }
            double hits = ranked.hits(n - to, n - from);
            before += hits;
            tenths.add(
                    new Tenth(
                            t + 1,
                            to - from,
                            ranked.mean(n - to, n - from),
                            hits / (to - from),
                            hits / (to - from) / share,
                            before / to / share,
                            before / ranked.ones()));
        }
        return new Calibration(tenths);
    }
}
