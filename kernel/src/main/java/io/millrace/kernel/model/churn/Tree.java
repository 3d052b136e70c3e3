package io.millrace.kernel.model.churn;

import java.util.Arrays;

/**
 * One regression tree over binned columns. Node i's children are 2i + 1 and 2i + 2; a node without
 * a column is a leaf.
 */
final class Tree {
    static final int LEAF = -1;

    final int[] column;
    final int[] limit;
    final boolean[] missingLeft;
    final double[] value;

    /** Learning cases that came through, for the contributions. */
    final double[] cover;

    Tree(int depth) {
        int nodes = (1 << depth + 1) - 1;
        column = new int[nodes];
        limit = new int[nodes];
        missingLeft = new boolean[nodes];
        value = new double[nodes];
        cover = new double[nodes];
        Arrays.fill(column, LEAF);
    }

    boolean left(int node, byte[][] bins, int row) {
        int bin = bins[column[node]][row];
        return bin == 0 ? missingLeft[node] : bin <= limit[node];
    }

    double of(byte[][] bins, int row) {
        int node = 0;
        while (column[node] != LEAF) {
            node = 2 * node + (left(node, bins, row) ? 1 : 2);
        }
        return value[node];
    }
}
