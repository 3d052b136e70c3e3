package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Every customer's stage as of an instant, in the order of the customers' ids. */
public final class LifecycleTable {
    /** Stage of someone who had no fact yet at the instant. */
    public static final int NOT_YET = -1;

    private final LifecycleScheme scheme;
    private final long asOf;
    private int size;
    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private byte[] stages = new byte[64];

    LifecycleTable(LifecycleScheme scheme, long asOf) {
        this.scheme = scheme;
        this.asOf = asOf;
    }

    public LifecycleScheme scheme() {
        return scheme;
    }

    /** Microseconds since 1970 UTC. */
    public long asOf() {
        return asOf;
    }

    /** All customers of the scan, also those that were none yet at the instant. */
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

    /** The place of the stage in the scheme, or {@link #NOT_YET}. */
    public int stage(int row) {
        return stages[row];
    }

    /** Customers by stage, in the order of the scheme. */
    public List<Integer> counts() {
        int[] counts = new int[scheme.stages().size()];
        for (int row = 0; row < size; row++) {
            if (stages[row] != NOT_YET) {
                counts[stages[row]]++;
            }
        }
        List<Integer> list = new ArrayList<>(counts.length);
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }

    /** The row of a customer, or -1. */
    public int rowOf(UUID customer) {
        return CustomerRows.find(highs, lows, size, customer);
    }

    void add(long high, long low, int stage) {
        if (size == highs.length) {
            resize(size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        stages[size] = (byte) stage;
        size++;
    }

    /** Makes room for this many customers in all. */
    void reserve(int customers) {
        if (customers > highs.length) {
            resize(customers);
        }
    }

    void append(LifecycleTable other) {
        int together = size + other.size;
        if (together > highs.length) {
            resize(Math.max(together, highs.length * 2));
        }
        System.arraycopy(other.highs, 0, highs, size, other.size);
        System.arraycopy(other.lows, 0, lows, size, other.size);
        System.arraycopy(other.stages, 0, stages, size, other.size);
        size = together;
    }

    private void resize(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        stages = Arrays.copyOf(stages, capacity);
    }
}
