package io.millrace.kernel.model;

import java.util.Arrays;

/**
 * Every buyer's purchases in the order of time, for models that look at more than their sums; one
 * row for each customer with a purchase, in the order of the customers' ids. Days count from
 * 1970-01-01 in the zone of the fold; money is in minor units. About 60 bytes a customer and 20 an
 * event.
 */
public final class PurchaseHistories extends CustomerTable {
    private static final int FEW = 64;

    private int[] ends = new int[capacity()];
    private int events;
    private int[] days = new int[FEW];
    private int[] until = new int[FEW];
    private long[] amounts = new long[FEW];
    private boolean[] purchases = new boolean[FEW];

    PurchaseHistories() {}

    /** Where the customer's events begin. */
    public int from(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Where they end, exclusive. */
    public int to(int row) {
        return ends[row];
    }

    /** The day of an event. */
    public int day(int event) {
        return days[event];
    }

    /** Net change of money by an event: a purchase, an adjustment, a refund or a cancellation. */
    public long amount(int event) {
        return amounts[event];
    }

    /**
     * True if the event is a purchase that had happened by the end of a day and was not cancelled
     * by then.
     */
    public boolean isPurchase(int event, int asOfDay) {
        return purchases[event] && days[event] <= asOfDay && until[event] > asOfDay;
    }

    /** True if the event had happened by the end of a day. */
    public boolean isKnown(int event, int asOfDay) {
        return days[event] <= asOfDay;
    }

    /** The first day of any purchase, {@link Integer#MAX_VALUE} where there is none. */
    public int firstDay() {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < events; i++) {
            first = purchases[i] ? Math.min(first, days[i]) : first;
        }
        return first;
    }

    void event(int day, int cancelledOn, long amount, boolean purchase) {
        if (events == days.length) {
            room(events * 2);
        }
        days[events] = day;
        until[events] = cancelledOn;
        amounts[events] = amount;
        purchases[events++] = purchase;
    }

    /** Ends the row of a customer whose events were added. */
    void customer(long high, long low) {
        int row = addRow(high, low);
        ends[row] = events;
    }

    void append(PurchaseHistories other) {
        int first = addRows(other);
        for (int i = 0; i < other.size(); i++) {
            ends[first + i] = events + other.ends[i];
        }
        room(Math.max(days.length, events + other.events));
        System.arraycopy(other.days, 0, days, events, other.events);
        System.arraycopy(other.until, 0, until, events, other.events);
        System.arraycopy(other.amounts, 0, amounts, events, other.events);
        System.arraycopy(other.purchases, 0, purchases, events, other.events);
        events += other.events;
    }

    @Override
    protected void lengthen(int capacity) {
        ends = Arrays.copyOf(ends, capacity);
    }

    private void room(int capacity) {
        days = Arrays.copyOf(days, capacity);
        until = Arrays.copyOf(until, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        purchases = Arrays.copyOf(purchases, capacity);
    }
}
