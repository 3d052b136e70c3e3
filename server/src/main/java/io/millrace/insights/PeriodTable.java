package io.millrace.insights;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.shared.SortedProfiles;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What happened with each known customer around the periods, in the order of their ids, and the
 * sums over all of them.
 */
final class PeriodTable {
    /** Stands for no order by then. */
    static final long NEVER = Long.MIN_VALUE;

    private int size;
    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private long[] firsts = new long[64];

    /** The last order by the end of each period, newest period first. */
    private final long[][] lastOrders = new long[Periods.NUMBER + 1][64];

    /** Net revenue in each period. */
    private final long[][] revenues = new long[Periods.NUMBER][64];

    final PeriodSums sums;

    private final Dictionary dictionary;

    PeriodTable(Dictionary dictionary, int months) {
        this.dictionary = dictionary;
        this.sums = new PeriodSums(months);
    }

    /** The word of a code in the sums. */
    String word(int code) {
        return dictionary.word(code);
    }

    int size() {
        return size;
    }

    long firstAt(int row) {
        return firsts[row];
    }

    long lastOrder(int period, int row) {
        return lastOrders[period][row];
    }

    long revenue(int period, int row) {
        return revenues[period][row];
    }

    int count(IntPredicate passes) {
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (passes.test(row)) {
                count++;
            }
        }
        return count;
    }

    SortedProfiles where(IntPredicate passes) {
        int[] rows = new int[count(passes)];
        int at = 0;
        for (int row = 0; row < size; row++) {
            if (passes.test(row)) {
                rows[at++] = row;
            }
        }
        return SortedProfiles.of(rows.length, n -> rows[n], r -> highs[r], r -> lows[r]);
    }

    void add(long high, long low, long first, long[] lastOrder, long[] revenue) {
        if (size == highs.length) {
            resize(size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        firsts[size] = first;
        for (int period = 0; period < lastOrders.length; period++) {
            lastOrders[period][size] = lastOrder[period];
        }
        for (int period = 0; period < revenues.length; period++) {
            revenues[period][size] = revenue[period];
        }
        size++;
    }

    PeriodTable append(PeriodTable other) {
        int together = size + other.size;
        if (together > highs.length) {
            resize(Math.max(together, highs.length * 2));
        }
        System.arraycopy(other.highs, 0, highs, size, other.size);
        System.arraycopy(other.lows, 0, lows, size, other.size);
        System.arraycopy(other.firsts, 0, firsts, size, other.size);
        for (int period = 0; period < lastOrders.length; period++) {
            System.arraycopy(other.lastOrders[period], 0, lastOrders[period], size, other.size);
        }
        for (int period = 0; period < revenues.length; period++) {
            System.arraycopy(other.revenues[period], 0, revenues[period], size, other.size);
        }
        size = together;
        sums.add(other.sums);
        return this;
    }

    private void resize(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        firsts = Arrays.copyOf(firsts, capacity);
        for (int period = 0; period < lastOrders.length; period++) {
            lastOrders[period] = Arrays.copyOf(lastOrders[period], capacity);
        }
        for (int period = 0; period < revenues.length; period++) {
            revenues[period] = Arrays.copyOf(revenues[period], capacity);
        }
    }
}
