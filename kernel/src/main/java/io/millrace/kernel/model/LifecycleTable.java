package io.millrace.kernel.model;

import java.util.List;
import java.util.UUID;

/** Every customer's stage as of an instant, in the order of the customers' ids. */
public final class LifecycleTable {
    /** Stage of someone who had no fact yet at the instant. */
    public static final int NOT_YET = -1;

    private final LifecycleScheme scheme;
    private final long asOf;

    LifecycleTable(LifecycleScheme scheme, long asOf) {
        this.scheme = scheme;
        this.asOf = asOf;
    }

    public LifecycleScheme scheme() {
        return scheme;
    }

    public long asOf() {
        return asOf;
    }

    /** All customers of the scan, also those that were none yet at the instant. */
    public int size() {
        throw new IllegalStateException("not yet");
    }

    public UUID customer(int row) {
        throw new IllegalStateException("not yet");
    }

    /** The place of the stage in the scheme, or {@link #NOT_YET}. */
    public int stage(int row) {
        throw new IllegalStateException("not yet");
    }

    /** Customers by stage, in the order of the scheme. */
    public List<Integer> counts() {
        throw new IllegalStateException("not yet");
    }

    /** The row of a customer, or -1. */
    public int rowOf(UUID customer) {
        throw new IllegalStateException("not yet");
    }
}
