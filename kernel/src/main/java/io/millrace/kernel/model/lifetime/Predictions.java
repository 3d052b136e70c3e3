package io.millrace.kernel.model.lifetime;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A model's answers for many customers, computed once for equal histories and on all cores. */
public final class Predictions {
    private static final int FIELD = 20;
    private static final long MOST_DAYS = 1L << FIELD;

    private Predictions() {}

    /**
     * @param unit the unit in which {@code answer} is given the customers
     * @return the answer for each customer of {@code histories}, in their order
     */
    public static double[] each(
            Histories histories, TimeUnit unit, ToDoubleFunction<Summary> answer) {
        double[] each = new double[histories.size()];
        fill(histories, IntStream.range(0, each.length).toArray(), unit, answer, each);
        return each;
    }

    /** Sets the answers of some of the customers. */
    static void fill(
            Histories histories,
            int[] members,
            TimeUnit unit,
            ToDoubleFunction<Summary> answer,
            double[] each) {
        long[] keys = new long[members.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(histories, members[i]);
        }
        long[] distinct = distinct(keys);
        double[] answers = new double[distinct.length];
        IntStream.range(0, distinct.length)
                .parallel()
                .forEach(i -> answers[i] = answer.applyAsDouble(summary(distinct[i], unit)));
        for (int i = 0; i < keys.length; i++) {
            each[members[i]] = answers[Arrays.binarySearch(distinct, keys[i])];
        }
    }

    private static long key(Histories histories, int i) {
        if (histories.observedDays(i) >= MOST_DAYS || histories.repeats(i) >= MOST_DAYS) {
            throw new IllegalArgumentException("more than " + MOST_DAYS + " days");
        }
        return (long) histories.repeats(i) << 2 * FIELD
                | (long) histories.lastDays(i) << FIELD
                | histories.observedDays(i);
    }

    private static Summary summary(long key, TimeUnit unit) {
        return new Summary(
                key >>> 2 * FIELD,
                (key >>> FIELD & MOST_DAYS - 1) / unit.days(),
                (key & MOST_DAYS - 1) / unit.days(),
                unit);
    }

    private static long[] distinct(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (long key : sorted) {
            if (size == 0 || sorted[size - 1] != key) {
                sorted[size++] = key;
            }
        }
        return Arrays.copyOf(sorted, size);
    }
}
