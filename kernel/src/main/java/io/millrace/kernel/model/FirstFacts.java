package io.millrace.kernel.model;

import java.util.Arrays;

/** When the first fact of each known customer occurred. */
public final class FirstFacts extends CustomerTable {
    private long[] firsts = new long[capacity()];

    FirstFacts() {}

    /** Microseconds since 1970 UTC. */
    public long firstAt(int row) {
        return firsts[row];
    }

    void add(long high, long low, long firstAt) {
        int row = addRow(high, low);
        firsts[row] = firstAt;
    }

    FirstFacts append(FirstFacts other) {
        int from = addRows(other);
        System.arraycopy(other.firsts, 0, firsts, from, other.size());
        return this;
    }

    @Override
    protected void lengthen(int capacity) {
        firsts = Arrays.copyOf(firsts, capacity);
    }
}
