package io.millrace.kernel.preference;

import java.util.Arrays;

/** How often each of a few things was chosen, and when last. */
final class Counts {
    private int size;
    private int[] choices = new int[16];
    private int[] weights = new int[16];
    private long[] lastAt = new long[16];

    void clear() {
        size = 0;
    }

    void add(int choice, int weight, long at) {
        int row = 0;
        while (row < size && choices[row] != choice) {
            row++;
        }
        if (row == size) {
            if (size == choices.length) {
                choices = Arrays.copyOf(choices, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
                lastAt = Arrays.copyOf(lastAt, size * 2);
            }
            choices[size] = choice;
            weights[size] = 0;
            lastAt[size++] = at;
        }
        weights[row] += weight;
        lastAt[row] = Math.max(lastAt[row], at);
    }

    int size() {
        return size;
    }

    int choice(int row) {
        return choices[row];
    }

    int weight(int row) {
        return weights[row];
    }

    long lastAt(int row) {
        return lastAt[row];
    }

    int total() {
        return Arrays.stream(weights, 0, size).sum();
    }
}
