package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every customer's stage as of an instant: all of the scan, also those who were none yet at that
 * instant.
 */
public final class LifecycleTable extends CustomerTable {
    /** Stage of someone who had no fact yet at the instant. */
    public static final int NOT_YET = -1;

    private final LifecycleScheme scheme;
    private final long asOf;
    private byte[] stages = new byte[capacity()];

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

    /** The place of the stage in the scheme, or {@link #NOT_YET}. */
    public int stage(int row) {
        return stages[row];
    }

    /** Customers by stage, in the order of the scheme. */
    public List<Integer> counts() {
        int[] counts = new int[scheme.stages().size()];
        for (int row = 0; row < size(); row++) {
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

    void add(long high, long low, int stage) {
        int row = addRow(high, low);
        stages[row] = (byte) stage;
    }

    void append(LifecycleTable other) {
        int first = addRows(other);
        System.arraycopy(other.stages, 0, stages, first, other.size());
    }

    @Override
    protected void lengthen(int capacity) {
        stages = Arrays.copyOf(stages, capacity);
    }
}
