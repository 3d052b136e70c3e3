package io.millrace.kernel.model.churn;

/**
 * The Shapley values of one tree for one case, path-dependent: Lundberg et al. (2020), algorithm 2.
 */
final class TreeShap {
    private final Tree tree;
    private final byte[][] bins;
    private final int row;
    private final double[] into;

    TreeShap(Tree tree, byte[][] bins, int row, double[] into) {
        this.tree = tree;
        this.bins = bins;
        this.row = row;
        this.into = into;
    }

    /** The columns on the way so far, with the shares of paths that lead through them. */
    private static final class Way {
        private final int size;
        private final int[] column;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;

        Way(int size) {
            this.size = size;
            column = new int[size];
            zero = new double[size];
            one = new double[size];
            weight = new double[size];
        }

        Way extended(double withoutIt, double withIt, int by) {
            Way longer = new Way(size + 1);
            System.arraycopy(column, 0, longer.column, 0, size);
            System.arraycopy(zero, 0, longer.zero, 0, size);
            System.arraycopy(one, 0, longer.one, 0, size);
            System.arraycopy(weight, 0, longer.weight, 0, size);
            longer.column[size] = by;
            longer.zero[size] = withoutIt;
            longer.one[size] = withIt;
            longer.weight[size] = size == 0 ? 1 : 0;
            for (int i = size - 1; i >= 0; i--) {
                longer.weight[i + 1] += withIt * longer.weight[i] * (i + 1) / (size + 1);
                longer.weight[i] = withoutIt * longer.weight[i] * (size - i) / (size + 1);
            }
            return longer;
        }

        Way without(int at) {
            Way shorter = new Way(size - 1);
            double next = weight[size - 1];
            for (int i = size - 2; i >= 0; i--) {
                if (one[at] != 0) {
                    shorter.weight[i] = next * size / ((i + 1) * one[at]);
                    next = weight[i] - shorter.weight[i] * zero[at] * (size - 1 - i) / size;
                } else {
                    shorter.weight[i] = weight[i] * size / (zero[at] * (size - 1 - i));
                }
            }
            for (int i = 0; i < size - 1; i++) {
                int from = i < at ? i : i + 1;
                shorter.column[i] = column[from];
                shorter.zero[i] = zero[from];
                shorter.one[i] = one[from];
            }
            return shorter;
        }

        double total() {
            double sum = 0;
            for (double each : weight) {
                sum += each;
            }
            return sum;
        }

        int find(int wanted) {
            for (int i = 1; i < size; i++) {
                if (column[i] == wanted) {
                    return i;
                }
            }
            return -1;
        }
    }

    void add() {
        walk(0, new Way(0), 1, 1, -1);
    }

    private void walk(int node, Way before, double withoutIt, double withIt, int by) {
        Way way = before.extended(withoutIt, withIt, by);
        int column = tree.column[node];
        if (column == Tree.LEAF) {
            for (int i = 1; i < way.size; i++) {
                into[way.column[i]] +=
                        way.without(i).total() * (way.one[i] - way.zero[i]) * tree.value[node];
            }
            return;
        }
        boolean left = tree.left(node, bins, row);
        int hot = 2 * node + (left ? 1 : 2);
        int cold = 2 * node + (left ? 2 : 1);
        double zero = 1;
        double one = 1;
        int known = way.find(column);
        if (known >= 0) {
            zero = way.zero[known];
            one = way.one[known];
            way = way.without(known);
        }
        double cover = tree.cover[node];
        walk(hot, way, zero * tree.cover[hot] / cover, one, column);
        walk(cold, way, zero * tree.cover[cold] / cover, 0, column);
    }

    /** The mean of the tree over the cases it was grown on. */
    static double mean(Tree tree) {
        return mean(tree, 0);
    }

    private static double mean(Tree tree, int node) {
        if (tree.column[node] == Tree.LEAF) {
            return tree.value[node];
        }
        return (tree.cover[2 * node + 1] * mean(tree, 2 * node + 1)
                        + tree.cover[2 * node + 2] * mean(tree, 2 * node + 2))
                / tree.cover[node];
    }
}
