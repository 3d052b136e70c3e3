package io.millrace.models.scores;

import java.util.ArrayList;
import java.util.List;

/**
 * Lifetime value along three dimensions: how long a customer is expected to stay, which share of
 * what they spend on the category is ours, and how broad they buy.
 */
final class Dimensions {
    private static final int STEPS = 5;
    private static final double[] SHARES = {0, 0.2, 0.4, 0.6, 0.8};
    private static final double[] CATEGORIES = {1, 2, 3, 4, 5};

    private Dimensions() {}

    /**
     * @param weeks the horizon of the run
     * @param wallets shares of wallet; empty where that model has not run
     */
    static List<ScorePages.Dimension> of(ScoreColumns values, ScoreColumns wallets, int weeks) {
        double[] stays = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            stays[i] = Math.rint(10.0 * weeks * i / STEPS) / 10;
        }
        int stay = values.place(ClvModel.STAY);
        int share = wallets.place("share");
        int breadth = values.place(ClvModel.BREADTH);
        return List.of(
                dimension(
                        "duration",
                        ClvModel.KEY,
                        ClvModel.STAY,
                        stays,
                        values,
                        row -> values.number(stay, row)),
                dimension(
                        "share",
                        WalletModel.KEY,
                        "share",
                        SHARES,
                        values,
                        row -> {
                            int same = wallets.rowOf(values.customer(row));
                            return same < 0 ? Double.NaN : wallets.number(share, same);
                        }),
                dimension(
                        "breadth",
                        ClvModel.KEY,
                        ClvModel.BREADTH,
                        CATEGORIES,
                        values,
                        row -> values.number(breadth, row)));
    }

    private interface Along {
        double at(int row);
    }

    private static ScorePages.Dimension dimension(
            String name,
            String model,
            String figure,
            double[] edges,
            ScoreColumns values,
            Along along) {
        int value = values.place("clv");
        int[] customers = new int[edges.length];
        double[] sums = new double[edges.length];
        int known = 0;
        double sum = 0;
        for (int row = 0; row < values.size(); row++) {
            double at = along.at(row);
            if (at >= edges[0]) {
                int bin = Bins.of(edges, at);
                customers[bin]++;
                sums[bin] += values.number(value, row);
                known++;
                sum += at;
            }
        }
        List<ScorePages.Step> steps = new ArrayList<>();
        for (int bin = 0; bin < edges.length; bin++) {
            double below = Bins.below(edges, bin);
            steps.add(
                    new ScorePages.Step(
                            edges[bin],
                            Double.isInfinite(below) ? null : (Double) below,
                            customers[bin],
                            Math.round(sums[bin]),
                            opening(model, figure, edges[bin], below)));
        }
        return new ScorePages.Dimension(
                name,
                known,
                known == 0 ? null : (Double) (sum / known),
                opening(model, figure, edges[0], Double.POSITIVE_INFINITY),
                steps);
    }

    /** Of those who have a lifetime value too. */
    private static String opening(String model, String figure, double from, double below) {
        return Opening.of(
                Clauses.all(
                        PagesOfScores.everybody(ClvModel.KEY, "clv"),
                        Clauses.within(model, figure, from, below)));
    }
}
