package io.millrace.kernel.model.influence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who was brought by whom: each node by the first who claims it, so that value is counted once. A
 * claim that would make somebody their own ancestor is cut.
 */
public final class ReferralForest {
    /** Stands for nobody. */
    public static final int NOBODY = -1;

    private static final Comparator<Claim> FIRST =
            Comparator.comparingLong(Claim::at)
                    .thenComparingInt(Claim::by)
                    .thenComparingInt(Claim::brought);

    private final int[] parents;
    private final int[] depths;
    private final int[] deepestFirst;
    private final int loops;
    private final int cycles;

    /**
     * @param by who brought
     * @param brought whom
     * @param at when, on any scale; of two with the same instant the one by the smaller node counts
     */
    public record Claim(int by, int brought, long at) {}

    private ReferralForest(int[] parents, int[] depths, int loops, int cycles) {
        this.parents = parents;
        this.depths = depths;
        this.loops = loops;
        this.cycles = cycles;
        this.deepestFirst = deepestFirst(depths);
    }

    /**
     * @param claims in any order; the same ones give the same forest
     */
    public static ReferralForest of(int nodes, List<Claim> claims) {
        int[] parents = new int[nodes];
        Arrays.fill(parents, NOBODY);
        int loops = 0;
        int cycles = 0;
        for (Claim claim : claims.stream().sorted(FIRST).toList()) {
            if (claim.by == claim.brought) {
                loops++;
            } else if (parents[claim.brought] == NOBODY) {
                boolean closes = isAbove(parents, claim.brought, claim.by);
                cycles += closes ? 1 : 0;
                parents[claim.brought] = closes ? NOBODY : claim.by;
            }
        }
        return new ReferralForest(parents, depths(parents), loops, cycles);
    }

    private static boolean isAbove(int[] parents, int above, int node) {
        for (int at = node; at != NOBODY; at = parents[at]) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }

    private static int[] depths(int[] parents) {
        int[] depths = new int[parents.length];
        for (int node = 0; node < parents.length; node++) {
            for (int at = parents[node]; at != NOBODY; at = parents[at]) {
                depths[node]++;
            }
        }
        return depths;
    }

    private static int[] deepestFirst(int[] depths) {
        long[] order = new long[depths.length];
        for (int node = 0; node < order.length; node++) {
            order[node] = (long) -depths[node] << 32 | node;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(one -> (int) one).toArray();
    }

    public int nodes() {
        return parents.length;
    }

    /** Who brought a node, or {@link #NOBODY}. */
    public int parent(int node) {
        return parents[node];
    }

    /** How many are above a node. */
    public int depth(int node) {
        return depths[node];
    }

    /** Claims of somebody to have brought themselves. */
    public int loops() {
        return loops;
    }

    /** Claims that were cut because they closed a circle. */
    public int cycles() {
        return cycles;
    }

    /** True if {@code above} brought the node, or brought somebody who did, and so on. */
    public boolean isUnder(int node, int above) {
        return node != above && isAbove(parents, above, node);
    }

    /** How many each node brought, directly and through others. */
    public int[] descendants() {
        int[] counts = new int[parents.length];
        for (int node : deepestFirst) {
            if (parents[node] != NOBODY) {
                counts[parents[node]] += counts[node] + 1;
            }
        }
        return counts;
    }

    /**
     * What each node's whole tree is worth: the worth of those directly brought counts in full,
     * that of each further generation {@code discount} times as much as of the one before.
     *
     * @param worth each node's own
     * @param discount 0 (only those directly brought) to 1 (all generations alike)
     */
    public double[] carried(double[] worth, double discount) {
        if (!(discount >= 0 && discount <= 1)) {
            throw new IllegalArgumentException("discount " + discount);
        }
        double[] carried = new double[parents.length];
        for (int node : deepestFirst) {
            if (parents[node] != NOBODY) {
                carried[parents[node]] += worth[node] + discount * carried[node];
            }
        }
        return carried;
    }
}
