package io.millrace.kernel.preference;

import java.util.Arrays;

/** Pieces bought and not given back, by order and what was chosen; without an object a line. */
final class LineSums {
    /** Stands for everything that was chosen in an order. */
    static final int ALL = -2;

    private static final int SPREAD = 0x9E3779B9;

    private int size;
    private long[] orders = new long[32];
    private int[] choices = new int[32];
    private long[] pieces = new long[32];
    private long[] lastAt = new long[32];
    private int[] table = new int[64];

    void clear() {
        if (size > 0) {
            Arrays.fill(table, 0);
            size = 0;
        }
    }

    void add(long order, int choice, long more, long at) {
        put(order, choice, more, at);
        put(order, ALL, more, at);
    }

    int size() {
        return size;
    }

    long order(int row) {
        return orders[row];
    }

    int choice(int row) {
        return choices[row];
    }

    long pieces(int row) {
        return pieces[row];
    }

    /** When it was bought last, microseconds. */
    long lastAt(int row) {
        return lastAt[row];
    }

    private void put(long order, int choice, long more, long at) {
        int place = place(order, choice);
        if (table[place] == 0) {
            if (size == orders.length) {
                grow();
                place = place(order, choice);
            }
            orders[size] = order;
            choices[size] = choice;
            pieces[size] = 0;
            lastAt[size] = at;
            table[place] = ++size;
        }
        int row = table[place] - 1;
        pieces[row] += more;
        if (more > 0) {
            lastAt[row] = at;
        }
    }

    private int place(long order, int choice) {
        int mask = table.length - 1;
        int hash = (Long.hashCode(order) ^ choice * SPREAD) * SPREAD;
        int place = (hash ^ hash >>> 16) & mask;
        while (table[place] != 0
                && (orders[table[place] - 1] != order || choices[table[place] - 1] != choice)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int length = orders.length * 2;
        orders = Arrays.copyOf(orders, length);
        choices = Arrays.copyOf(choices, length);
        pieces = Arrays.copyOf(pieces, length);
        lastAt = Arrays.copyOf(lastAt, length);
        table = new int[length * 2];
        for (int row = 0; row < size; row++) {
            table[place(orders[row], choices[row])] = row + 1;
        }
    }
}
