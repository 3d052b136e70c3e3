package io.millrace.kernel.model.lifetime;

/** The distinct repeat counts of some purchases, and which of them each row has. */
final class Counts {
    private final long[] distinct;
    private final int[] index;

    Counts(Purchases data) {
        index = new int[data.rows()];
        long[] found = new long[data.rows()];
        int size = 0;
        for (int row = 0; row < data.rows(); row++) {
            long x = data.repeats(row);
            if (size == 0 || found[size - 1] != x) {
                found[size++] = x;
            }
            index[row] = size - 1;
        }
        distinct = java.util.Arrays.copyOf(found, size);
    }

    int size() {
        return distinct.length;
    }

    long count(int i) {
        return distinct[i];
    }

    int index(int row) {
        return index[row];
    }
}
