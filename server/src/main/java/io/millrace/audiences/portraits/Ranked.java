package io.millrace.audiences.portraits;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Customers by a score, the highest first; equal ones in the order of their ids.
 *
 * @param rows of the base
 * @param scores of these rows, in their order
 */
record Ranked(int[] rows, double[] scores) {
    static Ranked of(int[] rows, double[] scores) {
        Integer[] places = new Integer[rows.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> Double.compare(scores[b], scores[a]));
        int[] sorted = new int[rows.length];
        double[] sortedScores = new double[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = rows[places[i]];
            sortedScores[i] = scores[places[i]];
        }
        return new Ranked(sorted, sortedScores);
    }

    int size() {
        return rows.length;
    }

    BitSet top(int most) {
        BitSet top = new BitSet();
        for (int i = 0; i < Math.min(most, rows.length); i++) {
            top.set(rows[i]);
        }
        return top;
    }

    /** At most so many sizes at which a curve is shown, evenly, the last included. */
    int[] steps(int most) {
        int[] steps = new int[most + 1];
        int count = 0;
        int last = 0;
        for (int i = 1; i <= most; i++) {
            int size = (int) Math.round((double) rows.length * i / most);
            if (size > last) {
                steps[count++] = size;
                last = size;
            }
        }
        return Arrays.copyOf(steps, count);
    }
}
