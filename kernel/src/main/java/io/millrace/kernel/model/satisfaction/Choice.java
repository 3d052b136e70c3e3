package io.millrace.kernel.model.satisfaction;

import java.util.Arrays;

/**
 * Which of some brands a person would choose, by three rules side by side. Payne, Bettman and
 * Johnson, The Adaptive Decision Maker (1993), chapter 2. Equal brands share the vote.
 *
 * <p>All take how important each attribute is and how each brand does on it; a higher number is
 * better.
 */
public final class Choice {
    private static final double SAME = 1e-9;

    private Choice() {}

    /** Weighted additive: the highest sum of importance × performance. */
    public static double[] weightedAdditive(double[] importance, double[][] brands) {
        double[] sums = new double[brands.length];
        for (int brand = 0; brand < brands.length; brand++) {
            for (int i = 0; i < importance.length; i++) {
                sums[brand] += importance[i] * brands[brand][i];
            }
        }
        boolean[] in = new boolean[brands.length];
        Arrays.fill(in, true);
        return votes(best(sums, in));
    }

    /**
     * Conjunctive: every brand that is good enough on each attribute; nobody where none is.
     *
     * @param enough the least that is acceptable on each attribute
     */
    public static double[] conjunctive(double[] enough, double[][] brands) {
        boolean[] in = new boolean[brands.length];
        for (int brand = 0; brand < brands.length; brand++) {
            in[brand] = true;
            for (int i = 0; i < enough.length; i++) {
                in[brand] &= brands[brand][i] >= enough[i];
            }
        }
        return votes(in);
    }

    /**
     * Lexicographic: the best on the most important attribute; of equals the best on the next one.
     * Attributes of the same importance are taken in their order.
     */
    public static double[] lexicographic(double[] importance, double[][] brands) {
        Integer[] order = new Integer[importance.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(importance[b], importance[a]));
        boolean[] in = new boolean[brands.length];
        Arrays.fill(in, true);
        for (int attribute : order) {
            double[] values = new double[brands.length];
            Arrays.setAll(values, brand -> brands[brand][attribute]);
            in = best(values, in);
        }
        return votes(in);
    }

    private static boolean[] best(double[] values, boolean[] among) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            most = among[i] ? Math.max(most, values[i]) : most;
        }
        boolean[] best = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            best[i] = among[i] && values[i] >= most - SAME;
        }
        return best;
    }

    private static double[] votes(boolean[] in) {
        int chosen = 0;
        for (boolean one : in) {
            chosen += one ? 1 : 0;
        }
        double[] votes = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            votes[i] = in[i] ? 1.0 / chosen : 0;
        }
        return votes;
    }
}
