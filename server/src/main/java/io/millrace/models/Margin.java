package io.millrace.models;

import io.millrace.kernel.model.RfmTable;
import org.jspecify.annotations.Nullable;

/**
 * What of revenue is earned.
 *
 * @param share 0 to 1
 * @param from {@code settings}, {@code costs} where orders carry theirs, else {@code revenue}: all
 *     of it is taken, and nothing made of it is a profit
 */
public record Margin(double share, String from) {
    private static final String REVENUE = "revenue";

    /**
     * @param set goes before what the costs tell; null if nothing was set
     */
    public static Margin of(Models.Figures figures, @Nullable Double set) {
        if (set != null) {
            return new Margin(set, "settings");
        }
        RfmTable table = figures.table();
        double revenue = 0;
        double profit = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.profitKnown(row) && table.monetary(row) > 0) {
                revenue += table.monetary(row);
                profit += table.profit(row);
            }
        }
        return revenue > 0 && profit > 0
                ? new Margin(Math.min(1, profit / revenue), "costs")
                : new Margin(1, REVENUE);
    }

    /** True if what is left of revenue is known. */
    public boolean isProfit() {
        return !REVENUE.equals(from);
    }
}
