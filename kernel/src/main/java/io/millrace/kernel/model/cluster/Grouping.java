package io.millrace.kernel.model.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Groups of like rows, from raw figures on: scaled, their number chosen or given, and clustered by
 * k-means++ from several seeded starts. The rows are worked at in the order of their figures, so
 * that the same rows in another order give the same groups bit for bit.
 *
 * @param count how the number was chosen
 * @param label the cluster of each row, in the order of the rows given
 * @param centres in scaled figures, the largest cluster first
 * @param sizes rows in each cluster
 * @param spread root of the mean squared distance of a cluster's rows to its centre
 */
public record Grouping(
        Scaling scaling,
        ClusterCount count,
        int[] label,
        double[][] centres,
        int[] sizes,
        double[] spread) {
    private static final int CLUSTERED_FROM_SCRATCH = 30_000;
    private static final int STARTS = 10;

    /**
     * @param rows all of one length, NaN where not known; none infinite
     * @param logs of which columns the logarithm of 1 + x is taken
     * @param k the number of clusters, 0 to have it chosen
     * @throws IllegalArgumentException if fewer different rows are there than clusters wanted
     */
    public static Grouping of(double[][] rows, boolean[] logs, int k, long seed) {
        Integer[] order = canonical(rows);
        double[][] sorted = new double[rows.length][];
        Arrays.setAll(sorted, i -> rows[order[i]]);
        Scaling scaling = Scaling.of(sorted, logs);
        double[][] points = new double[rows.length][];
        Arrays.setAll(points, i -> scaling.apply(sorted[i]));
        if (ClusterCount.different(points, Math.max(k, 2)) < Math.max(k, 2)) {
            throw new IllegalArgumentException("fewer different rows than clusters");
        }
        ClusterCount count = ClusterCount.of(points, k, seed);
        KMeans.Clustering best = cluster(points, count.chosen(), seed);
        int[] label = new int[rows.length];
        for (int i = 0; i < label.length; i++) {
            label[order[i]] = best.label()[i];
        }
        return new Grouping(
                scaling, count, label, best.centres(), best.sizes(), spread(points, best));
    }

    /** How many of the rows differ once they are scaled, as far as a limit. */
    public static int different(double[][] rows, boolean[] logs, int limit) {
        Scaling scaling = Scaling.of(rows, logs);
        double[][] points = new double[rows.length][];
        Arrays.setAll(points, i -> scaling.apply(rows[i]));
        return ClusterCount.different(points, limit);
    }

    /** The rows' places in the ascending order of their figures. */
    public static Integer[] canonical(double[][] rows) {
        Integer[] order = new Integer[rows.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> rows[i], Arrays::compare));
        return order;
    }

    private static KMeans.Clustering cluster(double[][] points, int k, long seed) {
        double[][] some = Draw.of(points, CLUSTERED_FROM_SCRATCH, seed + 1);
        KMeans.Clustering best = KMeans.cluster(some, k, STARTS, seed);
        return some.length == points.length ? best : KMeans.from(points, best.centres());
    }

    private static double[] spread(double[][] points, KMeans.Clustering best) {
        double[] spread = new double[best.sizes().length];
        for (int i = 0; i < points.length; i++) {
            int own = best.label()[i];
            spread[own] += KMeans.distance(points[i], best.centres()[own]);
        }
        for (int c = 0; c < spread.length; c++) {
            spread[c] = best.sizes()[c] == 0 ? 0 : Math.sqrt(spread[c] / best.sizes()[c]);
        }
        return spread;
    }

    /** How far a row is from the centre of a cluster, in deviations. */
    public double distance(double[] row, int cluster) {
        return Math.sqrt(KMeans.distance(scaling.apply(row), centres[cluster]));
    }

    /**
     * How clearly a row belongs to its cluster, 0 (half-way to the next one) to 1 (at the centre):
     * the simplified silhouette (Hruschka, de Castro and Campello, ICDM 2004).
     */
    public double clarity(double[] row, int cluster) {
        double own = distance(row, cluster);
        double next = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            next = c == cluster ? next : Math.min(next, distance(row, c));
        }
        double most = Math.max(own, next);
        return most == 0 || Double.isInfinite(next) ? 1 : Math.max(0, (next - own) / most);
    }
}
