package io.millrace.kernel.model;

import java.util.Arrays;
import java.util.UUID;

/**
 * One row for each customer that ever ordered (or was refunded) as of the instant, in the order of
 * the customers' ids; primitive columns, about 70 bytes a customer. Read it only once the run that
 * fills it has finished.
 */
public final class RfmTable extends CustomerTable {
    /** Recency of a customer without a purchase that counts, such as one with refunds only. */
    public static final int NO_PURCHASE = -1;

    private final long asOf;
    private long excludedFacts;
    private final RfmFigures figures = new RfmFigures();
    private int[] recencies = new int[capacity()];
    private int[] frequencies = new int[capacity()];
    private long[] monetaries = new long[capacity()];
    private long[] firsts = new long[capacity()];
    private long[] lasts = new long[capacity()];
    private long[] costs = new long[capacity()];
    private boolean[] profitsKnown = new boolean[capacity()];

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

    /** The figures of the customer that is being read, reused for the next. */
    RfmFigures figures() {
        return figures;
    }

    void add(long high, long low, RfmFigures of) {
        int row = addRow(high, low);
        recencies[row] = of.recencyDays(asOf);
        frequencies[row] = of.frequency;
        monetaries[row] = of.monetary;
        firsts[row] = of.first;
        lasts[row] = of.last;
        costs[row] = of.cost;
        profitsKnown[row] = of.profitKnown();
        excludedFacts += of.excluded;
    }

    void append(RfmTable other) {
        int first = addRows(other);
        System.arraycopy(other.recencies, 0, recencies, first, other.size());
        System.arraycopy(other.frequencies, 0, frequencies, first, other.size());
        System.arraycopy(other.monetaries, 0, monetaries, first, other.size());
        System.arraycopy(other.firsts, 0, firsts, first, other.size());
        System.arraycopy(other.lasts, 0, lasts, first, other.size());
        System.arraycopy(other.costs, 0, costs, first, other.size());
        System.arraycopy(other.profitsKnown, 0, profitsKnown, first, other.size());
        excludedFacts += other.excludedFacts;
    }

    @Override
    protected void lengthen(int capacity) {
        recencies = Arrays.copyOf(recencies, capacity);
        frequencies = Arrays.copyOf(frequencies, capacity);
        monetaries = Arrays.copyOf(monetaries, capacity);
        firsts = Arrays.copyOf(firsts, capacity);
        lasts = Arrays.copyOf(lasts, capacity);
        costs = Arrays.copyOf(costs, capacity);
        profitsKnown = Arrays.copyOf(profitsKnown, capacity);
    }
}
