package io.millrace.kernel.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.kernel.model.DataSets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check 53, the part on Fisher's irises. */
class ReproducesKMeansTest {
    @Test
    void check53Irises() throws IOException {
        double[][] points = irises();
        KMeans.Clustering best = KMeans.cluster(points, 3, 20, 1);
        assertThat(best.inertia()).isCloseTo(78.85144143, withPercentage(1e-5));
        assertThat(best.sizes()).containsExactly(62, 50, 38);
    }

    @Test
    void theSameSeedGivesTheSameClusters() throws IOException {
        double[][] points = irises();
        assertThat(KMeans.cluster(points, 4, 5, 7).label())
                .isEqualTo(KMeans.cluster(points, 4, 5, 7).label());
    }

    /** Both are those of R's cluster::silhouette and of scikit-learn's silhouette_score. */
    @Test
    void silhouettesOfTheIrises() throws IOException {
        double[][] points = irises();
        assertThat(KMeans.silhouette(points, KMeans.cluster(points, 2, 20, 1)))
                .isCloseTo(.681046, within(1e-6));
        assertThat(KMeans.silhouette(points, KMeans.cluster(points, 3, 20, 1)))
                .isCloseTo(.552819, within(1e-6));
    }

    /** The adjusted Rand index of three clusters with the species, 0.7302 in the literature. */
    @Test
    void agreementWithTheSpecies() throws IOException {
        int[] species = new int[150];
        Arrays.setAll(species, i -> i / 50);
        int[] label = KMeans.cluster(irises(), 3, 20, 1).label();
        assertThat(Agreement.of(species, 3, label, 3).adjustedRand())
                .isCloseTo(.730238, within(1e-6));
        assertThat(
                        Agreement.of(new int[] {0, 0, 1, 2}, 3, new int[] {0, 0, 1, 1}, 2)
                                .adjustedRand())
                .isCloseTo(4 / 7.0, within(1e-12));
    }

    /** R: summary(prcomp(iris[, 1:4])), proportions of variance. */
    @Test
    void principalComponentsOfTheIrises() throws IOException {
        double[][] points = irises();
        for (int c = 0; c < 4; c++) {
            int column = c;
            double mean = Arrays.stream(points).mapToDouble(row -> row[column]).average().orElse(0);
            for (double[] row : points) {
                row[c] -= mean;
            }
        }
        Plane plane = Plane.of(points);
        assertThat(plane.shares()[0]).isCloseTo(.92462, within(1e-5));
        assertThat(plane.shares()[1]).isCloseTo(.05307, within(1e-5));
        assertThat(plane.axes()[0][2]).isCloseTo(.85667, within(1e-5));
    }

    static double[][] irises() throws IOException {
        List<String> lines = DataSets.lines("iris.csv");
        return lines.stream()
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split(","))
                                .limit(4)
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                .toArray(double[][]::new);
    }
}
