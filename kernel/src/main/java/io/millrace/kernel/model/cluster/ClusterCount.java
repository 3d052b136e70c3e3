package io.millrace.kernel.model.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many clusters points have: for each number from 2 on, how far apart the clusters are (mean
 * silhouette, Rousseeuw 1987) and whether they come again when the points are drawn anew (bootstrap
 * with the adjusted Rand index and the Jaccard coefficient of each cluster; Hennig, Computational
 * Statistics &amp; Data Analysis 52, 2007). Chosen is the number with the highest silhouette of
 * those whose clusters all come again; where none does, the number that comes again best.
 *
 * @param why of the choice
 * @param rows one for each number that was tried
 * @param looked points that were looked at: all, or a seeded draw of them
 * @param resamples draws behind the figures of stability
 */
public record ClusterCount(int chosen, Why why, List<Row> rows, int looked, int resamples) {
    /** From here on a cluster is one that is really there (Hennig 2007: 0.6 to 0.75 and above). */
    public static final double STABLE = 0.6;

    public static final int FEWEST = 2;
    public static final int MOST = 10;

    /** So many points are looked at; of more, as many are drawn. */
    public static final int LOOKED_AT = 3_000;

    private static final int STARTS = 10;
    private static final int STARTS_OF_RESAMPLE = 3;
    private static final int RESAMPLES = 20;

    /** What decided. */
    public enum Why {
        /** The highest silhouette of the numbers whose clusters all come again. */
        CLEAREST_OF_STABLE,
        /** No number has clusters that all come again; this one is the nearest to it. */
        NONE_STABLE,
        /** Somebody asked for this number. */
        GIVEN
    }

    /**
     * @param silhouette mean, −1 to 1
     * @param agreement mean adjusted Rand index between the clusters and those of a new draw
     * @param weakest Jaccard coefficient, mean over the draws, of the cluster that comes again
     *     worst
     * @param smallest points in the smallest cluster
     * @param inertia sum of squared distances to the centres
     */
    public record Row(
            int k,
            double silhouette,
            double agreement,
            double weakest,
            int smallest,
            double inertia) {}

    /**
     * Tries each number.
     *
     * @param all in an order of their own, for the same points in another order may be drawn
     *     otherwise; at least two of them different
     * @param given a number that somebody asked for, 0 for none
     */
    public static ClusterCount of(double[][] all, int given, long seed) {
        double[][] points = Draw.of(all, LOOKED_AT, seed);
        int most = Math.min(MOST, different(points, MOST + 1) - 1);
        List<KMeans.Clustering> groupings = new ArrayList<>();
        for (int k = FEWEST; k <= Math.max(most, FEWEST); k++) {
            groupings.add(KMeans.cluster(points, k, STARTS, seed));
        }
        double[] silhouettes = Silhouettes.of(points, groupings);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < groupings.size(); i++) {
            rows.add(row(points, groupings.get(i), silhouettes[i], seed));
        }
        Row best = best(rows);
        Why why = best.weakest >= STABLE ? Why.CLEAREST_OF_STABLE : Why.NONE_STABLE;
        return given == 0
                ? new ClusterCount(best.k, why, rows, points.length, RESAMPLES)
                : new ClusterCount(given, Why.GIVEN, rows, points.length, RESAMPLES);
    }

    /** The number of different points, as far as a limit. */
    static int different(double[][] points, int limit) {
        List<double[]> seen = new ArrayList<>();
        for (int i = 0; i < points.length && seen.size() < limit; i++) {
            double[] point = points[i];
            if (seen.stream().noneMatch(one -> Arrays.equals(one, point))) {
                seen.add(point);
            }
        }
        return seen.size();
    }

    private static Row best(List<Row> rows) {
        Row best = rows.getFirst();
        for (Row row : rows) {
            boolean stable = row.weakest >= STABLE;
            boolean before = best.weakest >= STABLE;
            boolean better =
                    stable == before
                            ? stable ? row.silhouette > best.silhouette : row.weakest > best.weakest
                            : stable;
            best = better ? row : best;
        }
        return best;
    }

    private static Row row(
            double[][] points, KMeans.Clustering grouping, double silhouette, long seed) {
        int k = grouping.sizes().length;
        SplittableRandom random = new SplittableRandom(seed + k);
        double agreement = 0;
        double[] jaccard = new double[k];
        int[] counted = new int[k];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            Agreement again = again(points, grouping, random);
            agreement += again.adjustedRand() / RESAMPLES;
            double[] found = again.jaccard();
            for (int c = 0; c < k; c++) {
                jaccard[c] += Double.isNaN(found[c]) ? 0 : found[c];
                counted[c] += Double.isNaN(found[c]) ? 0 : 1;
            }
        }
        double weakest = 1;
        for (int c = 0; c < k; c++) {
            weakest = Math.min(weakest, counted[c] == 0 ? 0 : jaccard[c] / counted[c]);
        }
        int smallest = Arrays.stream(grouping.sizes()).min().orElse(0);
        return new Row(k, silhouette, agreement, weakest, smallest, grouping.inertia());
    }

    /** Draws with replacement, clusters anew, and holds both groupings of the drawn together. */
    private static Agreement again(
            double[][] points, KMeans.Clustering grouping, SplittableRandom random) {
        int[] drawn = new int[points.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(points.length);
        }
        Arrays.sort(drawn);
        double[][] resample = new double[drawn.length][];
        for (int i = 0; i < drawn.length; i++) {
            resample[i] = points[drawn[i]];
        }
        int k = grouping.sizes().length;
        KMeans.Clustering fresh =
                KMeans.cluster(resample, k, STARTS_OF_RESAMPLE, random.nextLong());
        int[] ours = new int[drawn.length];
        int[] theirs = new int[drawn.length];
        int size = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (i == 0 || drawn[i] != drawn[i - 1]) {
                ours[size] = grouping.label()[drawn[i]];
                theirs[size++] = fresh.label()[i];
            }
        }
        return Agreement.of(Arrays.copyOf(ours, size), k, Arrays.copyOf(theirs, size), k);
    }
}
