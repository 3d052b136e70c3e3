package io.millrace.kernel.condition.evaluate;

import java.util.Arrays;

/** The facts that count, in order, so that it can be told what remains when the oldest leave. */
final class Journal {
    private int size;
    private long[] ats = new long[16];
    private byte[] types = new byte[16];
    private long[] payloads = new long[16];

    void clear() {
        size = 0;
    }

    void add(long at, Cell cell) {
        if (size == ats.length) {
            ats = Arrays.copyOf(ats, size * 2);
            types = Arrays.copyOf(types, size * 2);
            payloads = Arrays.copyOf(payloads, size * 2);
        }
        ats[size] = at;
        types[size] = cell.type;
        payloads[size++] = cell.payload;
    }

    int size() {
        return size;
    }

    long at(int place) {
        return ats[place];
    }

    void read(int place, Cell into) {
        into.set(types[place], payloads[place]);
    }
}
