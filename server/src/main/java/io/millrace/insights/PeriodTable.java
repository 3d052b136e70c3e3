package io.millrace.insights;

import io.millrace.kernel.model.CustomerTable;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.shared.SortedProfiles;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What happened with each known customer around the periods, and the sums over all of them. */
final class PeriodTable extends CustomerTable {
    /** Stands for no order by then. */
    static final long NEVER = Long.MIN_VALUE;

    private long[] firsts = new long[capacity()];

    /** The last order by the end of each period, newest period first. */
    private final long[][] lastOrders = new long[Periods.NUMBER + 1][capacity()];

    /** Net revenue in each period. */
    private final long[][] revenues = new long[Periods.NUMBER][capacity()];

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
        for (int row = 0; row < size(); row++) {
            if (passes.test(row)) {
                count++;
            }
        }
        return count;
    }

    SortedProfiles where(IntPredicate passes) {
        return SortedProfiles.of(this, passes);
    }

    void add(long high, long low, long first, long[] lastOrder, long[] revenue) {
        int row = addRow(high, low);
        firsts[row] = first;
        for (int period = 0; period < lastOrders.length; period++) {
            lastOrders[period][row] = lastOrder[period];
        }
        for (int period = 0; period < revenues.length; period++) {
            revenues[period][row] = revenue[period];
        }
    }

    PeriodTable append(PeriodTable other) {
        int from = addRows(other);
        System.arraycopy(other.firsts, 0, firsts, from, other.size());
        for (int period = 0; period < lastOrders.length; period++) {
            System.arraycopy(other.lastOrders[period], 0, lastOrders[period], from, other.size());
        }
        for (int period = 0; period < revenues.length; period++) {
            System.arraycopy(other.revenues[period], 0, revenues[period], from, other.size());
        }
        sums.add(other.sums);
        return this;
    }

    @Override
    protected void lengthen(int capacity) {
        firsts = Arrays.copyOf(firsts, capacity);
        for (int period = 0; period < lastOrders.length; period++) {
            lastOrders[period] = Arrays.copyOf(lastOrders[period], capacity);
        }
        for (int period = 0; period < revenues.length; period++) {
            revenues[period] = Arrays.copyOf(revenues[period], capacity);
        }
    }
}
