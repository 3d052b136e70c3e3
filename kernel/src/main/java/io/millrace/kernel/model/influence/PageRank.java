package io.millrace.kernel.model.influence;

import java.util.Arrays;

/**
 * The chance to find a random walker at each node, who follows a link with the damping's chance and
 * else goes anywhere; from a node without links they go anywhere. Brin and Page, "The anatomy of a
 * large-scale hypertextual web search engine", Computer Networks 30 (1998); Langville and Meyer,
 * "Deeper inside PageRank", Internet Mathematics 1 (2004).
 */
public final class PageRank {
    /** Brin and Page's own choice. */
    public static final double DAMPING = 0.85;

    /** What the ranks of a step may differ from those before it, in sum. */
    public static final double TOLERANCE = 1e-12;

    private static final int MOST_STEPS = 10_000;

    private PageRank() {}

    /**
     * @param damping the chance to follow a link, at least 0, below 1
     * @return a rank for each node; they sum to 1 and do not depend on the order of the links
     */
    public static double[] of(Links links, double damping) {
        if (!(damping >= 0 && damping < 1)) {
            throw new IllegalArgumentException("damping " + damping);
        }
        int nodes = links.nodes();
        double[] ranks = new double[nodes];
        Arrays.fill(ranks, 1.0 / Math.max(1, nodes));
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = step(links, damping, ranks);
            double moved = 0;
            for (int node = 0; node < nodes; node++) {
                moved += Math.abs(next[node] - ranks[node]);
            }
            ranks = next;
            if (moved < TOLERANCE) {
                break;
            }
        }
        return ranks;
    }

    private static double[] step(Links links, double damping, double[] ranks) {
        int nodes = ranks.length;
        double lost = 0;
        for (int node = 0; node < nodes; node++) {
            lost += links.out(node) == 0 ? ranks[node] : 0;
        }
        double everywhere = (1 - damping + damping * lost) / nodes;
        double[] next = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            double came = 0;
            for (int i = links.firstTo(node); i < links.endTo(node); i++) {
                came += ranks[links.from(i)] / links.out(links.from(i));
            }
            next[node] = everywhere + damping * came;
        }
        return next;
    }
}
