package io.millrace.kernel.timeline;

import java.util.Comparator;
import java.util.UUID;

/** The order of the store: a UUID as an unsigned number of 128 bits. */
final class Uuids {
    static final Comparator<UUID> ORDER =
            (a, b) ->
                    compare(
                            a.getMostSignificantBits(),
                            a.getLeastSignificantBits(),
                            b.getMostSignificantBits(),
                            b.getLeastSignificantBits());

    private Uuids() {}

    static int compare(long aHigh, long aLow, long bHigh, long bLow) {
        int high = Long.compareUnsigned(aHigh, bHigh);
        return high != 0 ? high : Long.compareUnsigned(aLow, bLow);
    }
}
