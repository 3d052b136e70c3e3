package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.Axis;
import io.millrace.audiences.portraits.Portraits.Cell;
import io.millrace.audiences.portraits.Portraits.Crossing;
import io.millrace.audiences.portraits.Portraits.Margin;
import io.millrace.audiences.portraits.Portraits.Matrix;
import io.millrace.audiences.portraits.Portraits.Sum;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Counts every pair of values of two groupings, and for a third one each of its values too. */
final class Combining {
    private final Base base;
    private final Crossing asked;
    private final Grouping rows;
    private final Grouping columns;
    private final @Nullable Grouping layers;
    private final IntToLongFunction revenue;

    Combining(
            Base base,
            Crossing asked,
            Grouping rows,
            Grouping columns,
            @Nullable Grouping layers,
            IntToLongFunction revenue) {
        this.base = base;
        this.asked = asked;
        this.rows = rows;
        this.columns = columns;
        this.layers = layers;
        this.revenue = revenue;
    }

    /** Customers and revenue by a place. */
    private record Tally(int[] customers, long[] revenue) {
        Tally(int places) {
            this(new int[places], new long[places]);
        }

        void add(int place, long amount) {
            customers[place]++;
            revenue[place] += amount;
        }
    }

    Matrix matrix(BitSet among, long millis) {
        int width = columns.values.size();
        int height = rows.values.size();
        int depth = layers == null ? 0 : layers.values.size();
        Tally cells = new Tally((depth + 1) * height * width);
        Tally ofRows = new Tally(height);
        Tally ofColumns = new Tally(width);
        Tally ofLayers = new Tally(depth);
        Tally all = new Tally(1);
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            long amount = revenue.applyAsLong(row);
            all.add(0, amount);
            long r = rows.bits(row);
            long c = columns.bits(row);
            add(ofRows, r, amount);
            add(ofColumns, c, amount);
            cross(cells, 0, r, c, amount);
            if (layers != null) {
                long l = layers.bits(row);
                add(ofLayers, l, amount);
                for (; l != 0; l &= l - 1) {
                    cross(cells, Long.numberOfTrailingZeros(l) + 1, r, c, amount);
                }
            }
        }
        return new Matrix(
                base.asOf(),
                axis(rows, ofRows),
                axis(columns, ofColumns),
                layers == null ? null : axis(layers, ofLayers),
                sum(all, 0, List.of()),
                cells(cells),
                base.currency(),
                asked.days(),
                base.version(),
                millis);
    }

    private static void add(Tally tally, long bits, long amount) {
        for (; bits != 0; bits &= bits - 1) {
            tally.add(Long.numberOfTrailingZeros(bits), amount);
        }
    }

    private void cross(Tally cells, int layer, long r, long c, long amount) {
        for (long left = r; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            for (long right = c; right != 0; right &= right - 1) {
                cells.add(place(layer, row, Long.numberOfTrailingZeros(right)), amount);
            }
        }
    }

    /** Layer 0 is all layers together. */
    private int place(int layer, int row, int column) {
        return (layer * rows.values.size() + row) * columns.values.size() + column;
    }

    private List<Cell> cells(Tally cells) {
        List<Cell> found = new ArrayList<>();
        int depth = layers == null ? 0 : layers.values.size();
        for (int layer = 0; layer <= depth; layer++) {
            for (int row = 0; row < rows.values.size(); row++) {
                for (int column = 0; column < columns.values.size(); column++) {
                    int place = place(layer, row, column);
                    if (cells.customers[place] > 0) {
                        found.add(cell(cells, place, layer, row, column));
                    }
                }
            }
        }
        return found;
    }

    private Cell cell(Tally cells, int place, int layer, int row, int column) {
        String r = rows.values.get(row).key();
        String c = columns.values.get(column).key();
        List<String> in = new ArrayList<>();
        in.add(GroupSelections.selection(rows.name.key(), r));
        in.add(GroupSelections.selection(columns.name.key(), c));
        String l = null;
        if (layer > 0 && layers != null) {
            l = layers.values.get(layer - 1).key();
            in.add(GroupSelections.selection(layers.name.key(), l));
        }
        return new Cell(r, c, l, sum(cells, place, in));
    }

    private Axis axis(Grouping grouping, Tally tally) {
        List<Margin> margins = new ArrayList<>();
        for (int place = 0; place < grouping.values.size(); place++) {
            if (tally.customers[place] > 0) {
                GroupValue value = grouping.values.get(place);
                margins.add(
                        new Margin(
                                value.key(),
                                value.label(),
                                value.condition() != null,
                                sum(
                                        tally,
                                        place,
                                        List.of(
                                                GroupSelections.selection(
                                                        grouping.name.key(), value.key())))));
            }
        }
        return new Axis(grouping.name, margins);
    }

    private Sum sum(Tally tally, int place, List<String> also) {
        List<String> in = new ArrayList<>(asked.in());
        in.addAll(also);
        if (in.isEmpty()) {
            in.add("overview.customers:all");
        }
        return new Sum(
                tally.customers[place],
                tally.revenue[place],
                GroupSelections.open(in, asked.asOf()));
    }
}
