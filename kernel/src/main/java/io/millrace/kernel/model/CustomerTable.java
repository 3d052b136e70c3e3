package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Uuids;
import java.util.Arrays;
import java.util.UUID;

/**
 * A row for each customer in primitive columns, in the order of the ids ({@link Uuids}). The
 * columns of what is known of them are the subclass's, who lengthens them whenever this asks for
 * it. Fill it from one thread; read it only once it is whole.
 */
public abstract class CustomerTable {
    private static final int FEW = 64;

    private int size;
    private long[] highs = new long[FEW];
    private long[] lows = new long[FEW];

    /** The length that columns must have before the first row is added. */
    protected final int capacity() {
        return highs.length;
    }

    /** Makes every column of the subclass this long, and keeps what is in it. */
    protected abstract void lengthen(int capacity);

    /** The number of customers. */
    public final int size() {
        return size;
    }

    public final UUID customer(int row) {
        return new UUID(highs[row], lows[row]);
    }

    public final long customerHigh(int row) {
        return highs[row];
    }

    public final long customerLow(int row) {
        return lows[row];
    }

    /** The row of a customer, or -1. */
    public final int rowOf(UUID customer) {
        long high = customer.getMostSignificantBits();
        long low = customer.getLeastSignificantBits();
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = compare(middle, high, low);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** Negative if the row's customer comes before this one, positive if after. */
    public final int compare(int row, long high, long low) {
        return Uuids.compare(highs[row], lows[row], high, low);
    }

    /** Adds a row for a customer who comes after all others, and answers it. */
    protected final int addRow(long high, long low) {
        if (size == highs.length) {
            resize(Math.multiplyExact(size, 2));
        }
        highs[size] = high;
        lows[size] = low;
        return size++;
    }

    /** Adds the rows of a table whose customers come after all of these; answers the first. */
    protected final int addRows(CustomerTable other) {
        int first = size;
        reserve(Math.addExact(first, other.size));
        System.arraycopy(other.highs, 0, highs, first, other.size);
        System.arraycopy(other.lows, 0, lows, first, other.size);
        size = first + other.size;
        return first;
    }

    /** Makes room for this many customers in all. */
    protected final void reserve(int customers) {
        if (customers > highs.length) {
            resize(Math.max(customers, Math.multiplyExact(size, 2)));
        }
    }

    private void resize(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        lengthen(capacity);
    }
}
