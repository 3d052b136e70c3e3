package io.millrace.shared;

import java.util.SortedSet;
import java.util.function.IntUnaryOperator;

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
}
