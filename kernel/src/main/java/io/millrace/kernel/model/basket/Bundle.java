package io.millrace.kernel.model.basket;

import java.util.Arrays;

/**
 * Items that are bought together on one day: a frequent itemset that is closed, that is, whoever
 * adds any further item to it finds it bought together less often. Pasquier et al., ICDT 1999.
 *
 * @param items ascending numbers, at least two
 * @param count visits with all of them
 * @param support count over all visits
 * @param lift support over what independence would give: the product of the items' own shares
 * @param maximal true if no larger frequent set has all of them
 * @param singles what one unit of each comes to: the sum of their median unit prices, minor units
 * @param together what one unit of each came to on average where all were bought together
 */
public record Bundle(
        int[] items,
        int count,
        double support,
        double lift,
        boolean maximal,
        double singles,
        double together) {
    public Bundle {
        items = items.clone();
    }

    @Override
    public int[] items() {
        return items.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bundle that
                && Arrays.equals(items, that.items)
                && count == that.count
                && support == that.support
                && lift == that.lift
                && maximal == that.maximal
                && singles == that.singles
                && together == that.together;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items) * 31 + count;
    }
}
