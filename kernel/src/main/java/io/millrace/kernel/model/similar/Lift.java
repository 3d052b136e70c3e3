package io.millrace.kernel.model.similar;

import java.util.Arrays;
import java.util.Comparator;

/** How many times more hits than in all there are among the best tenths of a ranking. */
final class Lift {
    private static final int TENTHS = 10;

    private Lift() {}

    /** By tenth, the best first; equal ones in the order given. */
    static double[] of(double[] told, boolean[] hit) {
        Integer[] order = new Integer[told.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -told[i]));
        double all = 0;
        for (boolean one : hit) {
            all += one ? 1 : 0;
        }
        double[] lift = new double[TENTHS];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = (int) ((long) told.length * tenth / TENTHS);
            int to = (int) ((long) told.length * (tenth + 1) / TENTHS);
            double hits = 0;
            for (int i = from; i < to; i++) {
                hits += hit[order[i]] ? 1 : 0;
            }
            lift[tenth] = to == from || all == 0 ? 0 : hits / (to - from) / (all / told.length);
        }
        return lift;
    }
}
