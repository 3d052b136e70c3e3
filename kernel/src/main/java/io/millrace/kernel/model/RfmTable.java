package io.millrace.kernel.model;

import java.util.Arrays;
import java.util.UUID;

/**
 * One row for each customer that ever ordered (or was refunded) as of the instant, in the order of
 * the customers' ids; primitive columns, about 70 bytes a customer. Read it only once the run that
 * fills it has finished.
 */
public final class RfmTable {
    /** Recency of a customer without a purchase that counts, such as one with refunds only. */
    public static final int NO_PURCHASE = -1;

    private static final int FEW = 64;

    private final long asOf;
    private int size;
    private long excludedFacts;
    private final RfmFigures figures = new RfmFigures();
    private long[] highs = new long[FEW];
    private long[] lows = new long[FEW];
    private int[] recencies = new int[FEW];
    private int[] frequencies = new int[FEW];
    private long[] monetaries = new long[FEW];
    private long[] firsts = new long[FEW];
    private long[] lasts = new long[FEW];
    private long[] costs = new long[FEW];
    private boolean[] profitsKnown = new boolean[FEW];

    RfmTable(long asOf) {
        this.asOf = asOf;
    }

    /**
     * A table of sums that were made elsewhere.
     *
     * @param asOf microseconds since 1970 UTC
     */
    public static Builder of(long asOf) {
        return new Builder(asOf);
    }

    /** Takes customers in the ascending order of their ids. */
    public static final class Builder {
        private final RfmTable table;

        private Builder(long asOf) {
            table = new RfmTable(asOf);
        }

        /**
         * @param frequency orders, at least 1
         * @param monetary minor units
         * @param firstAt microseconds since 1970 UTC, as {@code lastAt}
         */
        public Builder add(UUID customer, int frequency, long monetary, long firstAt, long lastAt) {
            RfmFigures figures = table.figures();
            figures.reset();
            figures.frequency = frequency;
            figures.monetary = monetary;
            figures.first = firstAt;
            figures.last = lastAt;
            figures.ordersWithCost = -1;
            table.add(
                    customer.getMostSignificantBits(), customer.getLeastSignificantBits(), figures);
            return this;
        }

        public RfmTable build() {
            return table;
        }
    }

    /** The instant of which the table speaks, microseconds since 1970 UTC. */
    public long asOf() {
        return asOf;
    }

    /** The number of customers. */
    public int size() {
        return size;
    }

    public UUID customer(int row) {
        return new UUID(highs[row], lows[row]);
    }

    public long customerHigh(int row) {
        return highs[row];
    }

    public long customerLow(int row) {
        return lows[row];
    }

    /** Full days of 24 hours since the last purchase, or {@link #NO_PURCHASE}. */
    public int recencyDays(int row) {
        return recencies[row];
    }

    /** Completed orders that were not cancelled. */
    public int frequency(int row) {
        return frequencies[row];
    }

    /** Net revenue in minor units of the reporting currency; may be negative. */
    public long monetary(int row) {
        return monetaries[row];
    }

    /** Microseconds since 1970 UTC; meaningless without a purchase. */
    public long firstPurchaseAt(int row) {
        return firsts[row];
    }

    /** Microseconds since 1970 UTC; meaningless without a purchase. */
    public long lastPurchaseAt(int row) {
        return lasts[row];
    }

    /** Cost of what was bought and kept, minor units, as far as it is known. */
    public long cost(int row) {
        return costs[row];
    }

    /** Net revenue less cost, minor units; only as good as {@link #profitKnown} says. */
    public long profit(int row) {
        return monetaries[row] - costs[row];
    }

    /** True if every order that counts carries its cost. */
    public boolean profitKnown(int row) {
        return profitsKnown[row];
    }

    /** Facts with money in a currency for which the query gave no rate. */
    public long excludedFacts() {
        return excludedFacts;
    }

    /** The row of a customer, or -1. */
    public int rowOf(UUID customer) {
        return CustomerRows.find(highs, lows, size, customer);
    }

    /** The figures of the customer that is being read, reused for the next. */
    RfmFigures figures() {
        return figures;
    }

    void add(long high, long low, RfmFigures of) {
        if (size == highs.length) {
            resize(size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        recencies[size] = of.recencyDays(asOf);
        frequencies[size] = of.frequency;
        monetaries[size] = of.monetary;
        firsts[size] = of.first;
        lasts[size] = of.last;
        costs[size] = of.cost;
        profitsKnown[size] = of.profitKnown();
        excludedFacts += of.excluded;
        size++;
    }

    /** Makes room for this many customers in all. */
    void reserve(int customers) {
        if (customers > highs.length) {
            resize(customers);
        }
    }

    void append(RfmTable other) {
        int together = size + other.size;
        if (together > highs.length) {
            resize(Math.max(together, highs.length * 2));
        }
        System.arraycopy(other.highs, 0, highs, size, other.size);
        System.arraycopy(other.lows, 0, lows, size, other.size);
        System.arraycopy(other.recencies, 0, recencies, size, other.size);
        System.arraycopy(other.frequencies, 0, frequencies, size, other.size);
        System.arraycopy(other.monetaries, 0, monetaries, size, other.size);
        System.arraycopy(other.firsts, 0, firsts, size, other.size);
        System.arraycopy(other.lasts, 0, lasts, size, other.size);
        System.arraycopy(other.costs, 0, costs, size, other.size);
        System.arraycopy(other.profitsKnown, 0, profitsKnown, size, other.size);
        excludedFacts += other.excludedFacts;
        size = together;
    }

    private void resize(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        recencies = Arrays.copyOf(recencies, capacity);
        frequencies = Arrays.copyOf(frequencies, capacity);
        monetaries = Arrays.copyOf(monetaries, capacity);
        firsts = Arrays.copyOf(firsts, capacity);
        lasts = Arrays.copyOf(lasts, capacity);
        costs = Arrays.copyOf(costs, capacity);
        profitsKnown = Arrays.copyOf(profitsKnown, capacity);
    }
}
