package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Limits by quantiles, as other programs draw them: type 7 of Hyndman and Fan (1996). */
final class RfmQuantiles {
    private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8};

    private RfmQuantiles() {}

    /** The quantiles of 20, 40, 60 and 80 percent; the values ascend. */
    static double[] of(long[] ascending) {
        double[] quantiles = new double[4];
        for (int i = 0; i < 4; i++) {
            double place = (ascending.length - 1) * FIFTHS[i];
            int below = (int) Math.floor(place + 4e-16 * place);
            long at = ascending[below];
            long next = ascending[Math.min(below + 1, ascending.length - 1)];
            quantiles[i] = at + Math.max(0, place - below) * (next - at);
        }
        return quantiles;
    }

    /** A value is above a limit if it is at least the quantile plus a unit. */
    static RfmScores.Limits rfmR(RfmTable table, long currencyUnit) {
        return new RfmScores.Limits(
                atLeast(of(sorted(table, table::recencyDays)), 1),
                atLeast(of(sorted(table, table::frequency)), 1),
                atLeast(of(sorted(table, table::monetary)), currencyUnit));
    }

    /** A value is above a limit if it is more than the quantile. */
    static RfmScores.Limits cut(RfmTable table) {
        return new RfmScores.Limits(
                above(of(sorted(table, table::recencyDays))),
                above(of(sorted(table, table::frequency))),
                above(of(sorted(table, table::monetary))));
    }

    static byte[] rankedFrequency(RfmTable table) {
        int n = table.size();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(table::frequency));
        byte[] scores = new byte[n];
        for (int rank = 0; rank < n; rank++) {
            int score = 1;
            for (double fifth : FIFTHS) {
                score += rank > (n - 1) * fifth ? 1 : 0;
            }
            scores[order[rank]] = (byte) score;
        }
        return scores;
    }

    private static long[] sorted(RfmTable table, IntToLongFunction column) {
        long[] values = new long[table.size()];
        int size = 0;
        for (int row = 0; row < values.length; row++) {
            if (table.frequency(row) > 0) {
                values[size++] = column.applyAsLong(row);
            }
        }
        long[] bought = size == 0 ? new long[1] : Arrays.copyOf(values, size);
        Arrays.sort(bought);
        return bought;
    }

    private static List<Long> atLeast(double[] quantiles, long unit) {
        List<Long> limits = new ArrayList<>(4);
        for (double quantile : quantiles) {
            limits.add((long) Math.ceil(quantile + unit - 1e-9));
        }
        return limits;
    }

    private static List<Long> above(double[] quantiles) {
        List<Long> limits = new ArrayList<>(4);
        for (double quantile : quantiles) {
            limits.add((long) Math.floor(quantile) + 1);
        }
        return limits;
    }
}
