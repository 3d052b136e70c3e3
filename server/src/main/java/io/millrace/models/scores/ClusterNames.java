package io.millrace.models.scores;

import io.millrace.kernel.model.cluster.Grouping;
import io.millrace.kernel.model.cluster.Matching;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names that stay with clusters from run to run: old and new centres are matched at the least total
 * distance, and a cluster keeps the name if the old centre lies within its own spread. All others
 * get names that no cluster ever had.
 */
final class ClusterNames {
    /** So far away that no other match could be dearer. */
    private static final double NOWHERE = 1e9;

    private ClusterNames() {}

    /**
     * @param names of the clusters, in their order
     * @param kept whether the cluster had the name before
     * @param named how many names were ever given
     */
    record Named(List<String> names, boolean[] kept, int named) {}

    /**
     * @param before the last run's, null for none
     * @param named how many names were given by any run
     */
    static Named of(
            Grouping grouping,
            List<ClusterFeature> features,
            @Nullable ClusterReport before,
            int named) {
        int k = grouping.centres().length;
        String[] names = new String[k];
        boolean[] kept = new boolean[k];
        if (before != null && same(features, before)) {
            double[][] distances = distances(grouping, before);
            int[] match = Matching.of(distances);
            for (int c = 0; c < k; c++) {
                if (distances[c][match[c]] <= grouping.spread()[c]) {
                    names[c] = before.clusters().get(match[c]).cluster();
                    kept[c] = true;
                }
            }
        }
        int given = named;
        for (int c = 0; c < k; c++) {
            names[c] = kept[c] ? names[c] : "c" + ++given;
        }
        return new Named(List.of(names), kept, given);
    }

    private static boolean same(List<ClusterFeature> features, ClusterReport before) {
        return features.stream()
                .map(ClusterFeature::key)
                .toList()
                .equals(before.features().stream().map(ClusterReport.Feature::feature).toList());
    }

    /** A row for each new cluster; old centres are read with the new scaling. */
    private static double[][] distances(Grouping grouping, ClusterReport before) {
        int k = grouping.centres().length;
        int olds = before.clusters().size();
        double[][] distances = new double[k][Math.max(k, olds)];
        for (int c = 0; c < k; c++) {
            for (int o = 0; o < distances[c].length; o++) {
                distances[c][o] =
                        o < olds
                                ? distance(grouping, c, before, before.clusters().get(o))
                                : NOWHERE;
            }
        }
        return distances;
    }

    private static double distance(
            Grouping grouping, int cluster, ClusterReport before, ClusterReport.Cluster old) {
        double[] means = grouping.scaling().means();
        double[] deviations = grouping.scaling().deviations();
        double sum = 0;
        for (int f = 0; f < means.length; f++) {
            ClusterReport.Feature was = before.features().get(f);
            double there = old.centre().get(f) * was.deviation() + was.mean();
            double now = deviations[f] == 0 ? 0 : (there - means[f]) / deviations[f];
            double off = now - grouping.centres()[cluster][f];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }
}
