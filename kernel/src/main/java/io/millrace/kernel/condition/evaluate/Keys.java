package io.millrace.kernel.condition.evaluate;

import java.util.Arrays;

/** Different values and their places 0, 1, 2 … in the order in which they came. */
final class Keys {
    private int size;
    private byte[] types = new byte[8];
    private long[] payloads = new long[8];
    private int[] table = new int[16];

    int size() {
        return size;
    }

    void clear() {
        if (size > 0) {
            size = 0;
            Arrays.fill(table, 0);
        }
    }

    /** The place of a readable value, new if need be; 3 and 3.0 are the same. */
    int place(Cell cell) {
        byte type = cell.type;
        long payload = cell.payload;
        if (type == Cell.REAL) {
            double number = cell.number();
            if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
                type = Cell.WHOLE;
                payload = (long) number;
            }
        }
        int slot = slot(type, payload);
        if (table[slot] == 0) {
            add(type, payload, slot);
            return size - 1;
        }
        return table[slot] - 1;
    }

    private void add(byte type, long payload, int slot) {
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            payloads = Arrays.copyOf(payloads, size * 2);
        }
        types[size] = type;
        payloads[size] = payload;
        table[slot] = ++size;
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int i = 0; i < size; i++) {
                table[slot(types[i], payloads[i])] = i + 1;
            }
        }
    }

    private int slot(byte type, long payload) {
        int mask = table.length - 1;
        long mixed = (payload * 31 + type) * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (table[slot] != 0
                && (types[table[slot] - 1] != type || payloads[table[slot] - 1] != payload)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
