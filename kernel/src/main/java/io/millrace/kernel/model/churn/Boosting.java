package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Growing tree after tree on some cases, and telling how well others are told. */
final class Boosting {
    private final boolean[] positive;
    private final Boosted.Settings settings;
    private final SplittableRandom random;
    private final double[] logOdds;
    private final double[] gradient;
    private final double[] hessian;
    private byte[][] judged = {};
    private boolean[] judgedPositive = {};
    private double[] judgedLogOdds = {};

    final Binning binning;
    final Start start;
    final List<Tree> trees = new ArrayList<>();

    Boosting(Cases cases, boolean[] positive, Boosted.Settings settings) {
        this.positive = positive;
        this.settings = settings;
        this.binning =
                Binning.of(
                        cases,
                        positive,
                        Boosted.shuffled(cases.size(), new SplittableRandom(settings.seed())));
        this.random = new SplittableRandom(settings.seed() ^ 0x9E3779B97F4A7C15L);
        this.start = Start.of(cases, positive);
        this.logOdds = start.logOdds(cases);
        this.gradient = new double[logOdds.length];
        this.hessian = new double[logOdds.length];
    }

    Boosting judgedBy(Cases cases, boolean[] truth) {
        judged = binning.of(cases);
        judgedPositive = truth;
        judgedLogOdds = start.logOdds(cases);
        return this;
    }

    void grow() {
        for (int row = 0; row < gradient.length; row++) {
            double p = 1 / (1 + Math.exp(-logOdds[row]));
            gradient[row] = (positive[row] ? 1 : 0) - p;
            hessian[row] = Math.max(p * (1 - p), 1e-16);
        }
        Tree tree =
                new TreeGrowing(binning.learnt(), gradient, hessian, settings)
                        .grow(
                                part(logOdds.length, settings.rowShare()),
                                part(binning.width(), settings.columnShare()));
        trees.add(tree);
        for (int row = 0; row < logOdds.length; row++) {
            logOdds[row] += tree.of(binning.learnt(), row);
        }
        for (int row = 0; row < judgedLogOdds.length; row++) {
            judgedLogOdds[row] += tree.of(judged, row);
        }
    }

    /** The log-loss of the judged cases, summed. */
    double loss() {
        double loss = 0;
        for (int row = 0; row < judgedLogOdds.length; row++) {
            double toward = judgedPositive[row] ? -judgedLogOdds[row] : judgedLogOdds[row];
            loss +=
                    toward > 0
                            ? toward + Math.log1p(Math.exp(-toward))
                            : Math.log1p(Math.exp(toward));
        }
        return loss;
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
