package io.millrace.kernel.model.basket;

import io.millrace.kernel.model.CustomerTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What each buyer bought on which days. A visit is all that a customer bought on one day, each item
 * once and ascending; visits are in the order of time, customers in the order of their ids, items
 * numbered in the order of their keys. So the order in which purchases arrived changes nothing.
 * Days count from 1970-01-01 in the zone of whoever gathered; money is in minor units. About 24
 * bytes a customer, 8 a visit and 24 an item of a visit.
 */
public final class ItemHistories extends CustomerTable {
    private final List<String> items;
    private final int[] visitEnds;
    private final int[] days;
    private final int[] lineEnds;
    private final int[] lineItems;
    private final int[] quantities;
    private final long[] amounts;
    private final long[] asked;

    ItemHistories(
            List<String> items,
            CustomerTable customers,
            int[] visitEnds,
            int[] days,
            int[] lineEnds,
            int[] lineItems,
            int[] quantities,
            long[] amounts,
            long[] asked) {
        this.items = List.copyOf(items);
        this.visitEnds = visitEnds;
        addRows(customers);
        this.days = days;
        this.lineEnds = lineEnds;
        this.lineItems = lineItems;
        this.quantities = quantities;
        this.amounts = amounts;
        this.asked = asked;
    }

    @Override
    protected void lengthen(int capacity) {
        // The columns are whole from the start.
    }

    /** The keys of the items, ascending; an item's number is its place here. */
    public List<String> items() {
        return items;
    }

    /** The number of an item, or -1. */
    public int numberOf(String item) {
        return Math.max(-1, Collections.binarySearch(items, item));
    }

    /** Where the customer's visits begin. */
    public int from(int row) {
        return row == 0 ? 0 : visitEnds[row - 1];
    }

    /** Where they end, exclusive; every customer has at least one. */
    public int to(int row) {
        return visitEnds[row];
    }

    public int visits() {
        return days.length;
    }

    public int day(int visit) {
        return days[visit];
    }

    /** Where the visit's lines begin. */
    public int lineFrom(int visit) {
        return visit == 0 ? 0 : lineEnds[visit - 1];
    }

    /** Where they end, exclusive; every visit has at least one. */
    public int lineTo(int visit) {
        return lineEnds[visit];
    }

    public int lines() {
        return lineItems.length;
    }

    public int item(int line) {
        return lineItems[line];
    }

    /** Units bought less those given back, at least 1. */
    public int quantity(int line) {
        return quantities[line];
    }

    /** What the line came to, in minor units. */
    public long amount(int line) {
        return amounts[line];
    }

    /** What its units cost by the list, in minor units; the amount where no discount is known. */
    public long asked(int line) {
        return asked[line];
    }

    /** How many customers ever bought each item. */
    public int[] buyers() {
        int[] buyers = new int[items.size()];
        int[] last = new int[items.size()];
        Arrays.fill(last, -1);
        for (int row = 0; row < size(); row++) {
            for (int line = lineFrom(from(row)); line < lineTo(to(row) - 1); line++) {
                if (last[lineItems[line]] != row) {
                    last[lineItems[line]] = row;
                    buyers[lineItems[line]]++;
                }
            }
        }
        return buyers;
    }
}
