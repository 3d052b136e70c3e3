package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Which values each customer has: a bit each, so that a million customers count in milliseconds.
 * Everybody has at least one value; whoever has none has {@link GroupValue#NONE}.
 */
final class Grouping {
    /** Bits of a long, but for the sign. */
    static final int MOST_VALUES = 62;

    final GroupingName name;
    final List<GroupValue> values;
    private final byte[] one;
    private final long[] many;

    private Grouping(GroupingName name, List<GroupValue> values, byte[] one, long[] many) {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("too many values: " + values.size());
        }
        this.name = name;
        this.values = List.copyOf(values);
        this.one = one;
        this.many = many;
    }

    /** Each customer has one value: its place. */
    static Grouping single(
            GroupingName name, List<GroupValue> values, int rows, IntUnaryOperator place) {
        byte[] one = new byte[rows];
        for (int row = 0; row < rows; row++) {
            one[row] = (byte) place.applyAsInt(row);
        }
        return new Grouping(name, values, one, new long[0]);
    }

    /** Each customer has the values whose bits are set; without any, the last. */
    static Grouping several(
            GroupingName name, List<GroupValue> values, int rows, IntToLongFunction bits) {
        long[] many = new long[rows];
        long none = 1L << values.size() - 1;
        for (int row = 0; row < rows; row++) {
            long set = bits.applyAsLong(row);
            many[row] = set == 0 ? none : set;
        }
        return new Grouping(name, values, new byte[0], many);
    }

    /** The values of a customer, a bit each by place. */
    long bits(int row) {
        return name.several() ? many[row] : 1L << one[row];
    }

    /** The place of a value, or -1. */
    int place(String value) {
        for (int place = 0; place < values.size(); place++) {
            if (values.get(place).key().equals(value)) {
                return place;
            }
        }
        return -1;
    }

    /** How many of some customers have each value. */
    long[] counts(BitSet among) {
        long[] counts = new long[values.size()];
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            for (long left = bits(row); left != 0; left &= left - 1) {
                counts[Long.numberOfTrailingZeros(left)]++;
            }
        }
        return counts;
    }
}
