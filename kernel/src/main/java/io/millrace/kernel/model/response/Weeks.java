package io.millrace.kernel.model.response;

import io.millrace.kernel.model.basket.ItemHistories;
import java.util.Arrays;

/**
 * Units, list prices and promotions by product and week, of the whole weeks (Monday to Sunday) that
 * ended before a day. The price of a week is the median of what was asked for a unit; a week is a
 * promotion of the product as far as its purchases were on a deal.
 */
final class Weeks {
    private static final int DAYS = 7;

    /** 1970-01-01 was a Thursday. */
    private static final int THURSDAY = 3;

    private final int first;
    private final int count;
    private final int products;
    final int[] units;
    final int[] dealUnits;
    final double[] depths;
    final double[] prices;

    /** The share of the purchases that were on a deal. */
    final double[] promoted;

    /**
     * @param today in the week that has not ended, days since 1970-01-01
     * @param count how many weeks to look back
     */
    Weeks(ItemHistories histories, int today, int count) {
        this.first = week(today) - count;
        this.count = count;
        this.products = histories.items().size();
        int cells = Math.multiplyExact(products, count);
        this.units = new int[cells];
        this.dealUnits = new int[cells];
        this.depths = new double[cells];
        this.prices = new double[cells];
        this.promoted = new double[cells];
        fill(histories);
    }

    static int week(int day) {
        return Math.floorDiv(day + THURSDAY, DAYS);
    }

    private void fill(ItemHistories histories) {
        int[] ends = new int[units.length + 1];
        each(histories, (cell, _) -> ends[cell + 1]++);
        for (int cell = 0; cell < units.length; cell++) {
            ends[cell + 1] += ends[cell];
        }
        double[] asked = new double[ends[units.length]];
        int[] next = ends.clone();
        int[] deals = new int[units.length];
        each(
                histories,
                (cell, line) -> {
                    int quantity = histories.quantity(line);
                    asked[next[cell]++] = (double) histories.asked(line) / quantity;
                    units[cell] += quantity;
                    if (Deals.isDeal(histories, line)) {
                        deals[cell]++;
                        dealUnits[cell] += quantity;
                        depths[cell] += Deals.depth(histories, line) * quantity;
                    }
                });
        for (int cell = 0; cell < units.length; cell++) {
            int lines = ends[cell + 1] - ends[cell];
            if (lines > 0) {
                Arrays.sort(asked, ends[cell], ends[cell + 1]);
                prices[cell] = asked[ends[cell] + (lines - 1) / 2];
                promoted[cell] = (double) deals[cell] / lines;
            }
        }
    }

    private interface Each {
        void line(int cell, int line);
    }

    private void each(ItemHistories histories, Each each) {
        for (int visit = 0; visit < histories.visits(); visit++) {
            int week = week(histories.day(visit)) - first;
            if (week < 0 || week >= count) {
                continue;
            }
            for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                if (histories.asked(line) > 0) {
                    each.line(histories.item(line) * count + week, line);
                }
            }
        }
    }

    int count() {
        return count;
    }

    int cell(int product, int week) {
        return product * count + week;
    }

    /** The first week with a sale; the count where there is none. */
    int born(int product) {
        int week = 0;
        while (week < count && units[cell(product, week)] == 0) {
            week++;
        }
        return week;
    }

    /** The week after the last of its life: it lives on for a while after a sale. */
    int gone(int product, int weeks) {
        int week = count;
        while (week > 0 && units[cell(product, week - 1)] == 0) {
            week--;
        }
        return week + weeks >= count ? count : week;
    }
}
