package io.millrace.models.scores;

import io.millrace.kernel.model.cluster.ClusterCount;
import io.millrace.shared.Label;
import java.util.List;
import java.util.Locale;

/**
 * What a run of the clusters leaves beside the scores.
 *
 * @param features what the clusters go by
 * @param clusters by their names, as they stand in the scores
 * @param named how many names were ever given; a new cluster gets the next
 * @param seed of all draws
 */
record ClusterReport(
        int customers,
        List<Feature> features,
        Choice choice,
        List<Cluster> clusters,
        Picture picture,
        int named,
        long seed)
        implements ScoringModel.Report {
    /**
     * @param mean of all customers, of the logarithm where {@code log} says so
     * @param deviation 0 where all customers are the same, and then the feature says nothing
     * @param usual the mean in the feature's own unit
     */
    record Feature(
            String feature,
            Label label,
            boolean log,
            double mean,
            double deviation,
            double usual) {}

    /**
     * How the number of clusters came about.
     *
     * @param why {@code clearest-of-stable}, {@code none-stable} or {@code given}
     * @param looked customers who were looked at
     * @param stableFrom a cluster with this Jaccard coefficient comes again
     */
    record Choice(
            int k,
            String why,
            int looked,
            int resamples,
            double stableFrom,
            List<ClusterCount.Row> rows) {
        static Choice of(ClusterCount count) {
            return new Choice(
                    count.chosen(),
                    count.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    count.looked(),
                    count.resamples(),
                    ClusterCount.STABLE,
                    count.rows());
        }
    }

    /**
     * @param cluster the name in scores, {@code c1} and on
     * @param centre in deviations from the mean, feature by feature
     * @param usual the centre in the features' own units
     * @param spread root mean square of the distances to the centre
     * @param isNew true if no cluster of the run before was like it
     */
    record Cluster(
            String cluster,
            int customers,
            Label words,
            List<Double> centre,
            List<Double> usual,
            double spread,
            boolean isNew) {}

    /**
     * @param shares of the variance that both axes show
     * @param points a draw of the customers
     */
    record Picture(List<Double> shares, List<Point> points) {}

    record Point(double x, double y, String cluster) {}
}
