package io.millrace.kernel.model;

/** Sorts rows by value, the greatest first, equal ones in the order of the rows: by radix. */
final class DescendingRows {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private DescendingRows() {}

    /** The places in {@code values}, best first. */
    static int[] order(long[] values) {
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        for (long value : values) {
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        }
        int[] rows = new int[values.length];
        long[] keys = new long[values.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
            keys[row] = highest - values[row];
        }
        int[] otherRows = new int[rows.length];
        long[] otherKeys = new long[rows.length];
        int bits = 64 - Long.numberOfLeadingZeros(highest - lowest);
        for (int shift = 0; shift < bits && rows.length > 0; shift += BITS) {
            pass(keys, rows, otherKeys, otherRows, shift);
            long[] sortedKeys = otherKeys;
            otherKeys = keys;
            keys = sortedKeys;
            int[] sortedRows = otherRows;
            otherRows = rows;
            rows = sortedRows;
        }
        return rows;
    }

    private static void pass(long[] keys, int[] rows, long[] toKeys, int[] toRows, int shift) {
        int[] starts = new int[BUCKETS + 1];
        for (long key : keys) {
            starts[((int) (key >>> shift) & (BUCKETS - 1)) + 1]++;
        }
        for (int i = 0; i < BUCKETS; i++) {
            starts[i + 1] += starts[i];
        }
        for (int i = 0; i < keys.length; i++) {
            int to = starts[(int) (keys[i] >>> shift) & (BUCKETS - 1)]++;
            toKeys[to] = keys[i];
            toRows[to] = rows[i];
        }
    }
}
