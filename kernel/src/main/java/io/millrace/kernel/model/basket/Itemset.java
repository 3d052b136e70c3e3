package io.millrace.kernel.model.basket;

import java.util.Arrays;

/**
 * Items that are bought together.
 *
 * @param items ascending item numbers, at least one
 * @param count the baskets that hold them all
 */
public record Itemset(int[] items, int count) {
    public Itemset {
        items = items.clone();
    }

    @Override
    public int[] items() {
        return items.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Itemset that
                && count == that.count
                && Arrays.equals(items, that.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items) * 31 + count;
    }
}
