package io.millrace.kernel.model.influence;

import java.util.Arrays;

/** A directed graph without loops and without double links, kept by where links lead to. */
public final class Links {
    private final int[] starts;
    private final int[] froms;
    private final int[] outs;

    private Links(int[] starts, int[] froms, int[] outs) {
        this.starts = starts;
        this.froms = froms;
        this.outs = outs;
    }

    /**
     * @param froms where each link begins, 0 to {@code nodes} − 1
     * @param tos where it leads, as many; a link to its own beginning, or a second one of the same
     *     ends, is left out
     */
    public static Links of(int nodes, int[] froms, int[] tos) {
        if (froms.length != tos.length) {
            throw new IllegalArgumentException(froms.length + " beginnings, " + tos.length);
        }
        long[] sorted = new long[froms.length];
        int count = 0;
        for (int i = 0; i < froms.length; i++) {
            if (froms[i] != tos[i]) {
                sorted[count++] = (long) tos[i] << 32 | froms[i];
            }
        }
        Arrays.sort(sorted, 0, count);
        int[] starts = new int[nodes + 1];
        int[] kept = new int[count];
        int[] outs = new int[nodes];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                continue;
            }
            kept[size++] = (int) sorted[i];
            outs[(int) sorted[i]]++;
            starts[(int) (sorted[i] >>> 32) + 1] = size;
        }
        for (int node = 1; node <= nodes; node++) {
            starts[node] = Math.max(starts[node], starts[node - 1]);
        }
        return new Links(starts, Arrays.copyOf(kept, size), outs);
    }

    public int nodes() {
        return outs.length;
    }

    /** How many links there are. */
    public int size() {
        return froms.length;
    }

    /** How many links begin at a node. */
    public int out(int node) {
        return outs[node];
    }

    /** Where the links that lead to a node begin among all links. */
    int firstTo(int node) {
        return starts[node];
    }

    /** Where they end, exclusive. */
    int endTo(int node) {
        return starts[node + 1];
    }

    int from(int link) {
        return froms[link];
    }
}
