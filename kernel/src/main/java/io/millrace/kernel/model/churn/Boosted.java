package io.millrace.kernel.model.churn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Gradient-boosted trees with the logistic loss (Friedman, Annals of Statistics 29, 2001; second
 * order and histograms as XGBoost and LightGBM): many small trees, each on a seeded part of the
 * cases and columns, that go on from a logistic regression; as many as help on cases that are not
 * learnt from, perhaps none, then grown again on all. The same cases and settings give the same
 * trees to the last bit.
 */
public final class Boosted {
    /**
     * How trees are grown.
     *
     * @param trees the most of them
     * @param depth splits from root to leaf, 1 to 8
     * @param shrinkage of each tree's step, above 0, at most 1
     * @param rowShare of the cases that a tree sees, above 0, at most 1
     * @param columnShare of the columns that a tree sees, above 0, at most 1
     * @param leastWeight least sum of second derivatives in a leaf
     * @param ridge added to that sum, so that small leaves say little
     * @param patience trees without a better validation before it stops
     * @param validation how the cases for stopping are taken
     * @param seed of all that is drawn, recorded with the run
     */
    public record Settings(
            int trees,
            int depth,
            double shrinkage,
            double rowShare,
            double columnShare,
            double leastWeight,
            double ridge,
            int patience,
            Validation validation,
            long seed) {
        public static final Settings DEFAULT = seeded(1);

        public Settings {
            if (trees < 1 || depth < 1 || depth > 8 || !(shrinkage > 0 && shrinkage <= 1)) {
                throw new IllegalArgumentException(
                        "trees %d, depth %d, shrinkage %s".formatted(trees, depth, shrinkage));
            }
        }

        public static Settings seeded(long seed) {
            return new Settings(
                    1500, 3, 0.03, 0.7, 0.5, 5, 5, 100, new Validation.EveryNth(5), seed);
        }
    }

    /** The cases on which it is seen how many trees help. */
    public sealed interface Validation {
        /** Cases n, 2n, 3n …; where cases are few, each of the n parts in turn. */
        record EveryNth(int n) implements Validation {}

        /** The last share of the cases, which are then given in the order of time. */
        record Latest(double share) implements Validation {}
    }

    private static final int EXPLAINED = 1_000;

    private final Settings settings;
    private final List<String> features;
    private final Binning binning;
    private final Start start;
    private final List<Tree> trees;
    private final double[] importance;
    private final double validationLoss;

    private Boosted(Settings settings, Cases cases, Boosting grown, double validationLoss) {
        this.settings = settings;
        this.features = cases.columns().stream().map(Cases.Column::name).toList();
        this.binning = grown.binning;
        this.start = grown.start;
        this.trees = grown.trees;
        this.validationLoss = validationLoss;
        int step = (cases.size() - 1) / EXPLAINED + 1;
        int[] some = IntStream.range(0, cases.size()).filter(i -> i % step == 0).toArray();
        this.importance = importance(contributions(cases.only(some)), features.size());
    }

    /**
     * @param positive the cases' class; of one class alone nothing is learnt but its share
     */
    public static Boosted fit(Cases cases, boolean[] positive, Settings settings) {
        if (settings.validation() instanceof Validation.Latest) {
            return inOrder(cases, positive, settings);
        }
        int[] order = cases.order(positive);
        return inOrder(cases.only(order), Cases.only(positive, order), settings);
    }

    private static Boosted inOrder(Cases cases, boolean[] positive, Settings settings) {
        Trial best = Trial.of(cases, positive, settings);
        Boosting full = new Boosting(cases, positive, settings);
        for (int tree = 0; tree < best.trees(); tree++) {
            full.grow();
        }
        return new Boosted(settings, cases, full, best.loss());
    }

    public Settings settings() {
        return settings;
    }

    /** How many trees helped. */
    public int trees() {
        return trees.size();
    }

    /** Mean log-loss of the cases that were held out to stop. */
    public double validationLoss() {
        return validationLoss;
    }

    public List<String> features() {
        return features;
    }

    /**
     * How much each feature moves the log-odds: its mean absolute {@link #contributions} over the
     * cases learnt from, as a share of all; adds up to 1 where anything moves.
     */
    public double[] importance() {
        return importance.clone();
    }

    private static double[] importance(double[][] reasons, int features) {
        double[] moved = new double[features];
        for (double[] row : reasons) {
            for (int feature = 0; feature < features; feature++) {
                moved[feature] += Math.abs(row[feature]);
            }
        }
        double sum = Arrays.stream(moved).sum();
        return Arrays.stream(moved).map(one -> sum == 0 ? 0 : one / sum).toArray();
    }

    /** The chance of the positive class of each case; the columns are those it was fitted to. */
    public double[] probabilities(Cases cases) {
        byte[][] bins = binning.of(cases);
        double[] told = start.logOdds(cases);
        for (int row = 0; row < told.length; row++) {
            for (Tree tree : trees) {
                told[row] += tree.of(bins, row);
            }
            told[row] = 1 / (1 + Math.exp(-told[row]));
        }
        return told;
    }

    /**
     * Why: what each feature adds to each case's log-odds beyond {@link #baseline}; exact Shapley
     * values of the trees (Lundberg et al., Nature Machine Intelligence 2, 2020: TreeSHAP) and, of
     * a line, slope times distance from the mean.
     */
    public double[][] contributions(Cases cases) {
        byte[][] bins = binning.of(cases);
        double[][] reasons = new double[cases.size()][features.size()];
        start.explain(cases, reasons);
        double[] byColumn = new double[binning.width()];
        for (int row = 0; row < reasons.length; row++) {
            Arrays.fill(byColumn, 0);
            for (Tree tree : trees) {
                new TreeShap(tree, bins, row, byColumn).add();
            }
            for (int column = 0; column < byColumn.length; column++) {
                reasons[row][binning.source(column)] += byColumn[column];
            }
        }
        return reasons;
    }

    /** The mean log-odds from which contributions count. */
    public double baseline() {
        double sum = start.mean();
        for (Tree tree : trees) {
            sum += TreeShap.mean(tree);
        }
        return sum;
    }

    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
