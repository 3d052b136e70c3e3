package io.millrace.kernel.model;

import java.util.Arrays;

/** Ranks in a column of numbers: by counting where the range is small, else by sorting. */
final class OrderStatistics {
    private static final long COUNTABLE = 1 << 22;

    private final int size;
    private final long lowest;
    private final int[] counts;
    private final long[] sorted;

    /** May keep and reorder {@code values}. */
    OrderStatistics(long[] values) {
        size = values.length;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (long value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        lowest = low;
        long range = high - low;
        if (size > 0 && range >= 0 && range < COUNTABLE) {
            sorted = new long[0];
            counts = new int[(int) range + 1];
            for (long value : values) {
                counts[(int) (value - low)]++;
            }
        } else {
            counts = new int[0];
            sorted = values;
            Arrays.parallelSort(sorted);
        }
    }

    /** The smallest value that has at least {@code below} values strictly below it. */
    long firstAbove(int below, long otherwise) {
        if (counts.length > 0) {
            int running = 0;
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0 && running >= below) {
                    return lowest + i;
                }
                running += counts[i];
            }
            return otherwise;
        }
        int at = below;
        while (at > 0 && at < size && sorted[at] == sorted[at - 1]) {
            at++;
        }
        return at < size ? sorted[at] : otherwise;
    }

    /** The value with this rank, 0 the lowest. */
    long at(int rank) {
        if (counts.length == 0) {
            return sorted[rank];
        }
        int running = 0;
        for (int i = 0; ; i++) {
            running += counts[i];
            if (running > rank) {
                return lowest + i;
            }
        }
    }

    /** Twice the median, so that it stays whole; 0 without values. */
    long twiceMedian() {
        return size == 0 ? 0 : at((size - 1) / 2) + at(size / 2);
    }
}
