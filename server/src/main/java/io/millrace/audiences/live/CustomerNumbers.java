package io.millrace.audiences.live;

import java.util.Arrays;
import java.util.UUID;

/**
 * Small numbers for customers, so that a membership is a bit. A number is given once and kept for
 * the life of the process. Guarded by the roster.
 */
final class CustomerNumbers {
    static final int UNKNOWN = -1;

    private long[] highs = new long[1_024];
    private long[] lows = new long[1_024];
    private int[] table = new int[4_096];
    private int size;

    int size() {
        return size;
    }

    /** The customer's number, or {@link #UNKNOWN}. */
    int find(long high, long low) {
        return table[slot(high, low)] - 1;
    }

    /** The customer's number; a new one if there was none. */
    int of(long high, long low) {
        int slot = slot(high, low);
        if (table[slot] == 0) {
            if (size == highs.length) {
                grow();
                slot = slot(high, low);
            }
            highs[size] = high;
            lows[size] = low;
            table[slot] = ++size;
        }
        return table[slot] - 1;
    }

    int of(UUID customer) {
        return of(customer.getMostSignificantBits(), customer.getLeastSignificantBits());
    }

    UUID customer(int number) {
        return new UUID(highs[number], lows[number]);
    }

    long high(int number) {
        return highs[number];
    }

    long low(int number) {
        return lows[number];
    }

    private int slot(long high, long low) {
        int mask = table.length - 1;
        long mixed = (high * 31 + low) * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (table[slot] != 0
                && (highs[table[slot] - 1] != high || lows[table[slot] - 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        highs = Arrays.copyOf(highs, size * 2);
        lows = Arrays.copyOf(lows, size * 2);
        table = new int[size * 8];
        for (int number = 0; number < size; number++) {
            table[slot(highs[number], lows[number])] = number + 1;
        }
    }
}
