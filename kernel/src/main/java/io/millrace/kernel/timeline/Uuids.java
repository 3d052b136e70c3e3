package io.millrace.kernel.timeline;

import java.util.Comparator;
import java.util.UUID;

/**
 * The order of the store, and of PostgreSQL: a UUID as an unsigned number of 128 bits, unlike
 * {@link UUID#compareTo}.
 */
public final class Uuids {
    public static final Comparator<UUID> ORDER =
            (a, b) ->
                    compare(
                            a.getMostSignificantBits(),
                            a.getLeastSignificantBits(),
                            b.getMostSignificantBits(),
                            b.getLeastSignificantBits());

    private Uuids() {}

    /** Negative if the first of two ids, given by their halves, comes before the second. */
    public static int compare(long aHigh, long aLow, long bHigh, long bLow) {
        int high = Long.compareUnsigned(aHigh, bHigh);
        return high != 0 ? high : Long.compareUnsigned(aLow, bLow);
    }
}
