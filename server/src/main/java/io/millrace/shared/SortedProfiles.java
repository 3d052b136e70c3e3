package io.millrace.shared;

import io.millrace.kernel.model.CustomerTable;
import io.millrace.kernel.timeline.Uuids;
import java.util.Collection;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * An immutable set of profiles in their own order, at sixteen bytes each: a selection may hold a
 * million of them.
 */
public interface SortedProfiles extends SortedSet<ProfileId> {
    /** Where the halves of the ids are read, row by row. */
    @FunctionalInterface
    interface Halves {
        long at(int row);
    }

    /**
     * The ids of some rows of a table that is in the order of the ids.
     *
     * @param rows how many there are
     * @param row the place in the table of the n-th of them, ascending
     */
    static SortedProfiles of(int rows, IntUnaryOperator row, Halves highs, Halves lows) {
        return PackedProfiles.of(rows, row, highs, lows);
    }

    /** Some customers, in any order. */
    static SortedProfiles of(Collection<UUID> customers) {
        UUID[] sorted = customers.stream().distinct().sorted(Uuids.ORDER).toArray(UUID[]::new);
        return of(
                sorted.length,
                n -> n,
                row -> sorted[row].getMostSignificantBits(),
                row -> sorted[row].getLeastSignificantBits());
    }

    /** The customers in the rows of a table that pass. */
    static SortedProfiles of(CustomerTable table, IntPredicate passes) {
        int[] rows = IntStream.range(0, table.size()).filter(passes).toArray();
        return of(rows.length, n -> rows[n], table::customerHigh, table::customerLow);
    }
}
