package io.millrace.kernel.model.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * k-means with k-means++ seeding (Arthur and Vassilvitskii, SODA 2007) and Lloyd's iteration, best
 * of several starts from one recorded seed; the same points in the same order give the same
 * clusters.
 */
public final class KMeans {
    private static final int ITERATIONS = 300;

    private KMeans() {}

    /**
     * @param label the cluster of each point, 0 to k−1, largest cluster first
     * @param inertia sum of squared distances to the points' centres
     */
    public record Clustering(int[] label, double[][] centres, int[] sizes, double inertia) {}

    public static Clustering cluster(double[][] points, int k, int starts, long seed) {
        if (k < 1 || points.length < k) {
            throw new IllegalArgumentException(k + " clusters of " + points.length + " points");
        }
        SplittableRandom random = new SplittableRandom(seed);
        Clustering best = lloyd(points, seeds(points, k, random.split()));
        for (int start = 1; start < starts; start++) {
            Clustering next = lloyd(points, seeds(points, k, random.split()));
            best = next.inertia < best.inertia ? next : best;
        }
        return best;
    }

    /**
     * Lloyd's iteration from centres that are there already; the centres given stay as they are.
     */
    public static Clustering from(double[][] points, double[][] centres) {
        double[][] moved = new double[centres.length][];
        for (int c = 0; c < moved.length; c++) {
            moved[c] = centres[c].clone();
        }
        return lloyd(points, moved);
    }

    private static double[][] seeds(double[][] points, int k, SplittableRandom random) {
        double[][] centres = new double[k][];
        centres[0] = points[random.nextInt(points.length)].clone();
        double[] nearest = new double[points.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int c = 1; c < k; c++) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                nearest[i] = Math.min(nearest[i], distance(points[i], centres[c - 1]));
                sum += nearest[i];
            }
            double target = random.nextDouble() * sum;
            int chosen = points.length - 1;
            for (int i = 0; i < points.length; i++) {
                target -= nearest[i];
                if (target < 0) {
                    chosen = i;
                    break;
                }
            }
            centres[c] = points[chosen].clone();
        }
        return centres;
    }

    private static Clustering lloyd(double[][] points, double[][] centres) {
        int[] label = new int[points.length];
        Arrays.fill(label, -1);
        for (int i = 0; i < ITERATIONS; i++) {
            if (!assign(points, centres, label)) {
                break;
            }
            move(points, centres, label);
        }
        return arranged(points, centres, label);
    }

    private static boolean assign(double[][] points, double[][] centres, int[] label) {
        boolean changed = false;
        for (int i = 0; i < points.length; i++) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centres.length; c++) {
                double d = distance(points[i], centres[c]);
                if (d < least) {
                    least = d;
                    best = c;
                }
            }
            changed |= label[i] != best;
            label[i] = best;
        }
        return changed;
    }

    private static void move(double[][] points, double[][] centres, int[] label) {
        int[] sizes = new int[centres.length];
        double[][] sums = new double[centres.length][points[0].length];
        for (int i = 0; i < points.length; i++) {
            sizes[label[i]]++;
            for (int d = 0; d < points[i].length; d++) {
                sums[label[i]][d] += points[i][d];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            for (int d = 0; sizes[c] > 0 && d < centres[c].length; d++) {
                centres[c][d] = sums[c][d] / sizes[c];
            }
        }
    }

    private static Clustering arranged(double[][] points, double[][] centres, int[] label) {
        int k = centres.length;
        int[] sizes = new int[k];
        for (int l : label) {
            sizes[l]++;
        }
        Integer[] order = new Integer[k];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) ->
                        sizes[a] != sizes[b]
                                ? Integer.compare(sizes[b], sizes[a])
                                : Arrays.compare(centres[a], centres[b]));
        int[] rank = new int[k];
        int[] sortedSizes = new int[k];
        double[][] sortedCentres = new double[k][];
        for (int c = 0; c < k; c++) {
            rank[order[c]] = c;
            sortedSizes[c] = sizes[order[c]];
            sortedCentres[c] = centres[order[c]];
        }
        double inertia = 0;
        for (int i = 0; i < points.length; i++) {
            label[i] = rank[label[i]];
            inertia += distance(points[i], sortedCentres[label[i]]);
        }
        return new Clustering(label, sortedCentres, sortedSizes, inertia);
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }

    /** Mean silhouette (Rousseeuw 1987), −1 to 1; exact, so quadratic in the number of points. */
    public static double silhouette(double[][] points, Clustering clustering) {
        return Silhouettes.of(points, List.of(clustering))[0];
    }
}
