package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Growing tree after tree, and seeing how many of them help. */
final class Boosting {
    private final boolean[] positive;
    private final Boosted.Settings settings;
    private final Binning binning;
    private final SplittableRandom random;
    final List<Tree> trees = new ArrayList<>();
    private final double[] logOdds;
    final double[] gains;
    final double start;
    private byte[][] judged = {};
    private boolean[] judgedPositive = {};
    private double[] judgedLogOdds = {};
    int bestTrees;
    double bestLoss = Double.POSITIVE_INFINITY;

    Boosting(Cases cases, boolean[] positive, Boosted.Settings settings) {
        this(
                cases,
                positive,
                settings,
                Binning.of(
                        cases,
                        positive,
                        Boosted.shuffled(cases.size(), new SplittableRandom(settings.seed()))));
    }

    Boosting(Cases cases, boolean[] positive, Boosted.Settings settings, Binning binning) {
        this.positive = positive;
        this.settings = settings;
        this.binning = binning;
        this.random = new SplittableRandom(settings.seed() ^ 0x9E3779B97F4A7C15L);
        double ones = 0.5;
        for (boolean one : positive) {
            ones += one ? 1 : 0;
        }
        this.start = Math.log(ones / (positive.length + 1 - ones));
        this.logOdds = new double[cases.size()];
        Arrays.fill(logOdds, start);
        this.gains = new double[binning.width()];
    }

    Boosting judgedBy(Cases cases, boolean[] truth) {
        judged = binning.of(cases);
        judgedPositive = truth;
        judgedLogOdds = new double[truth.length];
        Arrays.fill(judgedLogOdds, start);
        return this;
    }

    void grow(int most) {
        double[] gradient = new double[logOdds.length];
        double[] hessian = new double[logOdds.length];
        for (int i = 0; i < most; i++) {
            for (int row = 0; row < gradient.length; row++) {
                double p = 1 / (1 + Math.exp(-logOdds[row]));
                gradient[row] = (positive[row] ? 1 : 0) - p;
                hessian[row] = Math.max(p * (1 - p), 1e-16);
            }
            Tree tree =
                    new TreeGrowing(binning.learnt(), gradient, hessian, settings, gains)
                            .grow(
                                    part(logOdds.length, settings.rowShare()),
                                    part(binning.width(), settings.columnShare()));
            trees.add(tree);
            for (int row = 0; row < logOdds.length; row++) {
                logOdds[row] += tree.of(binning.learnt(), row);
            }
            if (judgedPositive.length > 0 && judge(tree)) {
                return;
            }
        }
        bestTrees = judgedPositive.length == 0 ? trees.size() : Math.max(1, bestTrees);
    }

    /** True if it is time to stop. */
    private boolean judge(Tree tree) {
        double loss = 0;
        for (int row = 0; row < judgedLogOdds.length; row++) {
            judgedLogOdds[row] += tree.of(judged, row);
            double toward = judgedPositive[row] ? -judgedLogOdds[row] : judgedLogOdds[row];
            loss +=
                    toward > 0
                            ? toward + Math.log1p(Math.exp(-toward))
                            : Math.log1p(Math.exp(toward));
        }
        loss /= judgedLogOdds.length;
        if (loss < bestLoss) {
            bestLoss = loss;
            bestTrees = trees.size();
        }
        return trees.size() - bestTrees >= settings.patience();
    }

    private int[] part(int of, double share) {
        int wanted = Math.max(1, (int) Math.ceil(of * share));
        int[] chosen = new int[wanted];
        int size = 0;
        for (int i = 0; i < of && size < wanted; i++) {
            if (random.nextInt(of - i) < wanted - size) {
                chosen[size++] = i;
            }
        }
        return chosen;
    }
}
