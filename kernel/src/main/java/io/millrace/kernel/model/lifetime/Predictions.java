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
        int n = histories.size();
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            if (histories.observedDays(i) >= MOST_DAYS || histories.repeats(i) >= MOST_DAYS) {
                throw new IllegalArgumentException("more than " + MOST_DAYS + " days");
            }
            keys[i] =
                    (long) histories.repeats(i) << 2 * FIELD
                            | (long) histories.lastDays(i) << FIELD
                            | histories.observedDays(i);
        }
        long[] distinct = distinct(keys);
        double[] answers = new double[distinct.length];
        IntStream.range(0, distinct.length)
                .parallel()
                .forEach(i -> answers[i] = answer.applyAsDouble(summary(distinct[i], unit)));
        double[] each = new double[n];
        for (int i = 0; i < n; i++) {
            each[i] = answers[Arrays.binarySearch(distinct, keys[i])];
        }
        return each;
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
