package io.millrace.kernel.model;

import java.util.Arrays;
import java.util.UUID;

/**
 * Every buyer's purchases in the order of time, for models that look at more than their sums; one
 * row for each customer with a purchase, in the order of the customers' ids. Days count from
 * 1970-01-01 in the zone of the fold; money is in minor units. About 60 bytes a customer and 20 an
 * event.
 */
public final class PurchaseHistories {
    private static final int FEW = 64;

    private int size;
    private long[] highs = new long[FEW];
    private long[] lows = new long[FEW];
    private int[] ends = new int[FEW];
    private int events;
    private int[] days = new int[FEW];
    private int[] until = new int[FEW];
    private long[] amounts = new long[FEW];
    private boolean[] purchases = new boolean[FEW];

    PurchaseHistories() {}

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

    /** The row of a customer, or -1. */
    public int rowOf(UUID customer) {
        return CustomerRows.find(highs, lows, size, customer);
    }

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
        if (size == highs.length) {
            rows(size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        ends[size++] = events;
    }

    void append(PurchaseHistories other) {
        rows(Math.max(highs.length, size + other.size));
        room(Math.max(days.length, events + other.events));
        System.arraycopy(other.highs, 0, highs, size, other.size);
        System.arraycopy(other.lows, 0, lows, size, other.size);
        System.arraycopy(other.days, 0, days, events, other.events);
        System.arraycopy(other.until, 0, until, events, other.events);
        System.arraycopy(other.amounts, 0, amounts, events, other.events);
        System.arraycopy(other.purchases, 0, purchases, events, other.events);
        for (int i = 0; i < other.size; i++) {
            ends[size + i] = events + other.ends[i];
        }
        size += other.size;
        events += other.events;
    }

    private void rows(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }

    private void room(int capacity) {
        days = Arrays.copyOf(days, capacity);
        until = Arrays.copyOf(until, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        purchases = Arrays.copyOf(purchases, capacity);
    }
}
