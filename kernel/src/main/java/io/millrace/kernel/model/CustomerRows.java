package io.millrace.kernel.model;

import java.util.UUID;

/** Finds a customer in columns that are sorted by id, unsigned. */
final class CustomerRows {
    private CustomerRows() {}

    static int find(long[] highs, long[] lows, int size, UUID customer) {
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(highs[middle], customer.getMostSignificantBits());
            if (order == 0) {
                order = Long.compareUnsigned(lows[middle], customer.getLeastSignificantBits());
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
