package io.millrace.models.offers;

import io.millrace.kernel.model.basket.Repurchases;
import io.millrace.models.offers.Repurchasing.State;
import io.millrace.shared.SortedProfiles;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Whose purchases run out when, in columns; in the order of the customers. */
final class DueList {
    private static final int LAPSED_AFTER = 3;

    final BoughtItems.Items items;
    final Repurchases repurchases;
    private int size;
    private int[] rows = new int[64];
    private int[] products = new int[64];
    private int[] days = new int[64];
    private int[] intervals = new int[64];

    DueList(BoughtItems.Items items) {
        this.items = items;
        this.repurchases = Repurchases.of(items.histories(), items.today());
        repurchases.forEachDue((row, item, _, due, interval) -> add(row, item, due, interval));
    }

    private void add(int row, int item, int due, int interval) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            products = Arrays.copyOf(products, size * 2);
            days = Arrays.copyOf(days, size * 2);
            intervals = Arrays.copyOf(intervals, size * 2);
        }
        rows[size] = row;
        products[size] = item;
        days[size] = due;
        intervals[size++] = interval;
    }

    int size() {
        return size;
    }

    int row(int index) {
        return rows[index];
    }

    int product(int index) {
        return products[index];
    }

    int day(int index) {
        return days[index];
    }

    State state(int index) {
        int left = days[index] - items.today();
        if (left > Repurchasing.SOON) {
            return State.LATER;
        }
        if (left >= 0) {
            return State.DUE;
        }
        return -left <= (LAPSED_AFTER - 1) * intervals[index] ? State.OVERDUE : State.LAPSED;
    }

    /** The customers of the entries that pass, each once. */
    SortedProfiles where(IntPredicate passes) {
        boolean[] in = new boolean[items.histories().size()];
        for (int index = 0; index < size; index++) {
            in[rows[index]] |= passes.test(index);
        }
        return SortedProfiles.of(items.histories(), row -> in[row]);
    }
}
