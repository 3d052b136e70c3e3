package io.millrace.kernel.model.lifetime;

import java.util.Arrays;

/**
 * Sorts rows of primitive columns by (repeats, observed, last): least significant column first,
 * each pass stable.
 */
final class RowOrder {
    private static final int DIGIT = 1 << 16;

    private RowOrder() {}

    static int[] sorted(long[] repeats, double[] last, double[] observed, int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        int[] spare = new int[size];
        long[] key = new long[size];
        for (int column = 0; column < 3; column++) {
            long any = 0;
            for (int i = 0; i < size; i++) {
                key[i] =
                        switch (column) {
                            case 0 -> Double.doubleToLongBits(last[i]);
                            case 1 -> Double.doubleToLongBits(observed[i]);
                            default -> repeats[i];
                        };
                any |= key[i] ^ key[0];
            }
            order = radix(order, spare, key, any);
            spare = order == spare ? new int[size] : spare;
        }
        return order;
    }

    private static int[] radix(int[] order, int[] spare, long[] key, long differing) {
        int[] from = order;
        int[] to = spare.length == order.length && spare != order ? spare : new int[order.length];
        for (int shift = 0; shift < 64; shift += 16) {
            if ((differing >>> shift & 0xFFFF) == 0) {
                continue;
            }
            int[] start = new int[DIGIT + 1];
            for (int row : from) {
                start[(int) (key[row] >>> shift & 0xFFFF) + 1]++;
            }
            for (int d = 0; d < DIGIT; d++) {
                start[d + 1] += start[d];
            }
            for (int row : from) {
                to[start[(int) (key[row] >>> shift & 0xFFFF)]++] = row;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }
}
