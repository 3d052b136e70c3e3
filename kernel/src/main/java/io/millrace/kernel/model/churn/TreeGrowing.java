package io.millrace.kernel.model.churn;

import java.util.Arrays;

/**
 * Grows one tree on first and second derivatives: histograms by bin, the split of the highest gain,
 * Newton's step in the leaves (Friedman 2001; Chen and Guestrin, XGBoost, KDD 2016).
 */
final class TreeGrowing {
    private static final double LEAST_GAIN = 1e-9;

    private final byte[][] bins;
    private final double[] gradient;
    private final double[] hessian;
    private final Boosted.Settings settings;

    TreeGrowing(byte[][] bins, double[] gradient, double[] hessian, Boosted.Settings settings) {
        this.bins = bins;
        this.gradient = gradient;
        this.hessian = hessian;
        this.settings = settings;
    }

    private record Split(int column, int limit, boolean missingLeft, double gain) {}

    private record Sums(double gradient, double hessian) {
        double score(double ridge) {
            return gradient * gradient / (hessian + ridge);
        }

        Sums minus(Sums other) {
            return new Sums(gradient - other.gradient, hessian - other.hessian);
        }
    }

    Tree grow(int[] rows, int[] columns) {
        Tree tree = new Tree(settings.depth());
        grow(tree, 0, rows, columns, 0);
        return tree;
    }

    private void grow(Tree tree, int node, int[] rows, int[] columns, int depth) {
        Sums all = sums(rows);
        tree.cover[node] = rows.length;
        tree.value[node] = settings.shrinkage() * all.gradient / (all.hessian + settings.ridge());
        if (depth == settings.depth() || rows.length < 2) {
            return;
        }
        Split best = new Split(Tree.LEAF, 0, false, LEAST_GAIN);
        for (int column : columns) {
            best = better(best, column, rows, all);
        }
        if (best.column == Tree.LEAF) {
            return;
        }
        tree.column[node] = best.column;
        tree.limit[node] = best.limit;
        tree.missingLeft[node] = best.missingLeft;
        int[] left = new int[rows.length];
        int[] right = new int[rows.length];
        int lefts = 0;
        int rights = 0;
        for (int row : rows) {
            if (tree.left(node, bins, row)) {
                left[lefts++] = row;
            } else {
                right[rights++] = row;
            }
        }
        grow(tree, 2 * node + 1, Arrays.copyOf(left, lefts), columns, depth + 1);
        grow(tree, 2 * node + 2, Arrays.copyOf(right, rights), columns, depth + 1);
    }

    private Sums sums(int[] rows) {
        double g = 0;
        double h = 0;
        for (int row : rows) {
            g += gradient[row];
            h += hessian[row];
        }
        return new Sums(g, h);
    }

    private Split better(Split best, int column, int[] rows, Sums all) {
        double[] g = new double[Binning.BINS];
        double[] h = new double[Binning.BINS];
        byte[] of = bins[column];
        for (int row : rows) {
            g[of[row]] += gradient[row];
            h[of[row]] += hessian[row];
        }
        Sums missing = new Sums(g[0], h[0]);
        Split found = best;
        double before = all.score(settings.ridge());
        double left = 0;
        double leftHessian = 0;
        for (int limit = 1; limit < Binning.BINS - 1; limit++) {
            if (h[limit] == 0) {
                continue;
            }
            left += g[limit];
            leftHessian += h[limit];
            for (int side = 0; side < (missing.hessian > 0 ? 2 : 1); side++) {
                boolean missingLeft = side == 1;
                Sums low =
                        new Sums(
                                left + (missingLeft ? missing.gradient : 0),
                                leftHessian + (missingLeft ? missing.hessian : 0));
                Sums high = all.minus(low);
                if (low.hessian < settings.leastWeight() || high.hessian < settings.leastWeight()) {
                    continue;
                }
                double gain = low.score(settings.ridge()) + high.score(settings.ridge()) - before;
                if (gain > found.gain) {
                    found = new Split(column, limit, missingLeft, gain);
                }
            }
        }
        return found;
    }
}
