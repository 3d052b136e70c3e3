package io.millrace.kernel.model.basket;

import java.util.Arrays;

/**
 * How long it takes until something happens, where for some it has not happened yet: the
 * product-limit estimate. Kaplan and Meier, Journal of the American Statistical Association 53
 * (1958).
 */
public final class Survival {
    private final double[] times;
    private final double[] happened;
    private final int[] atRisk;

    private Survival(double[] times, double[] happened, int[] atRisk) {
        this.times = times;
        this.happened = happened;
        this.atRisk = atRisk;
    }

    /**
     * @param durations of any unit, at least 0
     * @param ended true where it happened at the end of the duration; false where it was still to
     *     come then
     */
    public static Survival of(double[] durations, boolean[] ended) {
        int size = durations.length;
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(durations[a], durations[b]));
        double[] times = new double[size];
        double[] happened = new double[size];
        int[] atRisk = new int[size];
        int steps = 0;
        double survival = 1;
        for (int i = 0; i < size; ) {
            double time = durations[order[i]];
            int risk = size - i;
            int events = 0;
            while (i < size && durations[order[i]] == time) {
                events += ended[order[i++]] ? 1 : 0;
            }
            if (events > 0) {
                survival *= 1 - events / (double) risk;
                times[steps] = time;
                atRisk[steps] = risk;
                happened[steps++] = 1 - survival;
            }
        }
        return new Survival(
                Arrays.copyOf(times, steps),
                Arrays.copyOf(happened, steps),
                Arrays.copyOf(atRisk, steps));
    }

    /** How many different times there are at which it happened. */
    public int steps() {
        return times.length;
    }

    public double time(int step) {
        return times[step];
    }

    /** The share for whom it has happened by a step's time, 0 to 1. */
    public double happened(int step) {
        return happened[step];
    }

    /** The share for whom it has happened within a time. */
    public double by(double time) {
        double share = 0;
        for (int step = 0; step < times.length && times[step] <= time; step++) {
            share = happened[step];
        }
        return share;
    }

    /** The share at the last time at which at least so many were still waiting. */
    public double plateau(int waiting) {
        double share = 0;
        for (int step = 0; step < times.length && atRisk[step] >= waiting; step++) {
            share = happened[step];
        }
        return share;
    }

    /** The first time by which it has happened for at least a share; NaN if it never does. */
    public double quantile(double share) {
        for (int step = 0; step < times.length; step++) {
            if (happened[step] >= share - 1e-12) {
                return times[step];
            }
        }
        return Double.NaN;
    }
}
