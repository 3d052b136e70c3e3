package io.millrace.kernel.model.churn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient-boosted trees with the logistic loss (Friedman, Annals of Statistics 29, 2001; second
 * order and histograms as XGBoost and LightGBM): many small trees, each on a seeded part of the
 * cases and columns, as many as help on a part that is not learnt from, then grown again on all.
 * The same cases and settings give the same trees to the last bit.
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
        /** Cases n, 2n, 3n … */
        record EveryNth(int n) implements Validation {}

        /** The last share of the cases, which are then given in the order of time. */
        record Latest(double share) implements Validation {}
    }

    private final Settings settings;
    private final List<String> features;
    private final Binning binning;
    private final double start;
    private final List<Tree> trees;
    private final double[] gains;
    private final double validationLoss;

    private Boosted(
            Settings settings,
            Cases cases,
            Binning binning,
            double start,
            List<Tree> trees,
            double[] gains,
            double validationLoss) {
        this.settings = settings;
        this.features = cases.columns().stream().map(Cases.Column::name).toList();
        this.binning = binning;
        this.start = start;
        this.trees = trees;
        this.gains = gains;
        this.validationLoss = validationLoss;
    }

    /**
     * @param positive the cases' class; both classes must occur
     */
    public static Boosted fit(Cases cases, boolean[] positive, Settings settings) {
        int[] order = shuffled(cases.size(), new SplittableRandom(settings.seed()));
        boolean[] held = held(cases.size(), settings.validation());
        int[] learning = rows(held, false);
        int[] judging = rows(held, true);
        Boosting trial =
                new Boosting(cases.only(learning), only(positive, learning), settings)
                        .judgedBy(cases.only(judging), only(positive, judging));
        trial.grow(settings.trees());
        Binning binning = Binning.of(cases, positive, order);
        Boosting full = new Boosting(cases, positive, settings, binning);
        full.grow(trial.bestTrees);
        return new Boosted(
                settings, cases, binning, full.start, full.trees, full.gains, trial.bestLoss);
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

    /** The share of all gain that each feature's splits brought; adds up to 1. */
    public double[] importance() {
        double[] importance = new double[features.size()];
        double sum = Arrays.stream(gains).sum();
        for (int column = 0; column < gains.length; column++) {
            importance[binning.source(column)] += sum == 0 ? 0 : gains[column] / sum;
        }
        return importance;
    }

    /** The chance of the positive class of each case; the columns are those it was fitted to. */
    public double[] probabilities(Cases cases) {
        byte[][] bins = binning.of(cases);
        double[] told = new double[cases.size()];
        for (int row = 0; row < told.length; row++) {
            double logOdds = start;
            for (Tree tree : trees) {
                logOdds += tree.of(bins, row);
            }
            told[row] = 1 / (1 + Math.exp(-logOdds));
        }
        return told;
    }

    /**
     * Why: what each feature adds to each case's log-odds beyond {@link #baseline}; exact Shapley
     * values of the trees (Lundberg et al., Nature Machine Intelligence 2, 2020: TreeSHAP).
     */
    public double[][] contributions(Cases cases) {
        byte[][] bins = binning.of(cases);
        double[][] reasons = new double[cases.size()][features.size()];
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
        double sum = start;
        for (Tree tree : trees) {
            sum += TreeShap.mean(tree);
        }
        return sum;
    }

    private static boolean[] held(int size, Validation validation) {
        boolean[] held = new boolean[size];
        for (int i = 0; i < size; i++) {
            held[i] =
                    switch (validation) {
                        case Validation.EveryNth nth -> (i + 1) % nth.n() == 0;
                        case Validation.Latest latest -> i >= size * (1 - latest.share());
                    };
        }
        return held;
    }

    private static int[] rows(boolean[] held, boolean which) {
        return java.util.stream.IntStream.range(0, held.length)
                .filter(i -> held[i] == which)
                .toArray();
    }

    private static boolean[] only(boolean[] all, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
        }
        return some;
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
