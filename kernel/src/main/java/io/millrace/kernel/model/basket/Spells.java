package io.millrace.kernel.model.basket;

import java.util.Arrays;

/**
 * From each purchase of a product to the next one of the same customer, or to today; by product.
 */
final class Spells {
    private final int[] ends;
    private final int[] buyers;
    private final int[] again;

    /** The days, negative where no next purchase has come yet; never 0. */
    private final int[] days;

    private final int[] units;

    private Spells(ItemHistories histories) {
        int items = histories.items().size();
        this.ends = new int[items];
        this.buyers = new int[items];
        this.again = new int[items];
        this.days = new int[histories.lines()];
        this.units = new int[histories.lines()];
        for (int line = 0; line < histories.lines(); line++) {
            ends[histories.item(line)]++;
        }
        int before = 0;
        for (int item = 0; item < items; item++) {
            int count = ends[item];
            ends[item] = before;
            before += count;
        }
    }

    static Spells of(ItemHistories histories, int today) {
        Spells spells = new Spells(histories);
        int[] owner = new int[spells.ends.length];
        int[] first = new int[spells.ends.length];
        Arrays.fill(owner, -1);
        for (int row = 0; row < histories.size(); row++) {
            for (int visit = histories.from(row); visit < histories.to(row); visit++) {
                for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                    spells.bought(
                            histories.item(line),
                            row,
                            histories.day(visit),
                            histories.quantity(line),
                            today,
                            owner,
                            first);
                }
            }
        }
        return spells;
    }

    /** A spell that is open is kept with the days to today; a next purchase ends it. */
    private void bought(
            int item, int row, int day, int quantity, int today, int[] owner, int[] first) {
        if (owner[item] != row) {
            owner[item] = row;
            first[item] = ends[item];
            buyers[item]++;
        } else {
            int open = ends[item] - 1;
            again[item] += open == first[item] ? 1 : 0;
            // It was kept as if it ran to today.
            days[open] = day - (today + days[open] + 1);
        }
        days[ends[item]] = -(Math.max(0, today - day) + 1);
        units[ends[item]++] = quantity;
    }

    /** Where the product's spells begin. */
    int from(int item) {
        return item == 0 ? 0 : ends[item - 1];
    }

    int to(int item) {
        return ends[item];
    }

    /** Length in days; at least 1 where it ended. */
    int days(int spell) {
        return days[spell] > 0 ? days[spell] : -days[spell] - 1;
    }

    boolean isEnded(int spell) {
        return days[spell] > 0;
    }

    int units(int spell) {
        return units[spell];
    }

    int buyers(int item) {
        return buyers[item];
    }

    /** Buyers who came back for it. */
    int again(int item) {
        return again[item];
    }
}
