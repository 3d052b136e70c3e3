package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.Place;
import io.millrace.kernel.condition.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a matrix that somebody marked: whoever is in at least one of them.
 *
 * @param places of each cell's values, axis by axis; -1 for any
 * @param unknown a value that there is not; null if there are all
 */
record MarkedCells(List<Grouping> axes, List<int[]> places, @Nullable String unknown) {
    static MarkedCells of(List<Grouping> axes, List<Place> cells) {
        List<int[]> places = new ArrayList<>();
        for (Place cell : cells) {
            List<@Nullable String> keys = new ArrayList<>();
            keys.add(cell.row());
            keys.add(cell.column());
            keys.add(cell.layer());
            int[] found = new int[axes.size()];
            for (int axis = 0; axis < found.length; axis++) {
                String key = keys.get(axis);
                found[axis] = key == null ? -1 : axes.get(axis).place(key);
                if (key != null && found[axis] < 0) {
                    return new MarkedCells(axes, places, key);
                }
            }
            places.add(found);
        }
        return new MarkedCells(axes, places, null);
    }

    BitSet rows(BitSet among) {
        BitSet rows = new BitSet();
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            rows.set(row, isIn(row));
        }
        return rows;
    }

    private boolean isIn(int row) {
        for (int[] cell : places) {
            boolean in = true;
            for (int axis = 0; axis < cell.length; axis++) {
                in &= cell[axis] < 0 || (axes.get(axis).bits(row) >> cell[axis] & 1) == 1;
            }
            if (in) {
                return true;
            }
        }
        return false;
    }

    /** That of exactly these; null if a value has none. */
    @Nullable Condition condition() {
        List<Condition> any = new ArrayList<>();
        for (int[] cell : places) {
            List<Condition> all = new ArrayList<>();
            for (int axis = 0; axis < cell.length; axis++) {
                if (cell[axis] >= 0) {
                    Condition one = axes.get(axis).values.get(cell[axis]).condition();
                    if (one == null) {
                        return null;
                    }
                    all.add(one);
                }
            }
            any.add(new Condition.All(all));
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Any(any);
    }
}
