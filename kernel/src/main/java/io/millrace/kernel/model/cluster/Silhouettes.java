package io.millrace.kernel.model.cluster;

import java.util.List;

/** Mean silhouettes of several groupings of the same points, in one pass over their distances. */
final class Silhouettes {
    private Silhouettes() {}

    /**
     * Mean silhouette (Rousseeuw 1987) of each grouping, −1 to 1; exact, so quadratic in the number
     * of points. A point alone in its cluster counts 0.
     */
    static double[] of(double[][] points, List<KMeans.Clustering> groupings) {
        double[] sums = new double[groupings.size()];
        double[][] distances = new double[groupings.size()][];
        for (int i = 0; i < points.length; i++) {
            for (int g = 0; g < distances.length; g++) {
                distances[g] = new double[groupings.get(g).sizes().length];
            }
            for (int j = 0; j < points.length; j++) {
                double apart = Math.sqrt(KMeans.distance(points[i], points[j]));
                for (int g = 0; g < distances.length; g++) {
                    distances[g][groupings.get(g).label()[j]] += apart;
                }
            }
            for (int g = 0; g < distances.length; g++) {
                sums[g] += one(distances[g], groupings.get(g), i);
            }
        }
        for (int g = 0; g < sums.length; g++) {
            sums[g] /= points.length;
        }
        return sums;
    }

    private static double one(double[] distances, KMeans.Clustering grouping, int point) {
        int own = grouping.label()[point];
        int[] sizes = grouping.sizes();
        if (sizes[own] == 1) {
            return 0;
        }
        double within = distances[own] / (sizes[own] - 1);
        double between = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sizes.length; c++) {
            between =
                    c == own || sizes[c] == 0
                            ? between
                            : Math.min(between, distances[c] / sizes[c]);
        }
        double most = Math.max(within, between);
        return most == 0 || Double.isInfinite(between) ? 0 : (between - within) / most;
    }
}
