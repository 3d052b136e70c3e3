package io.millrace.kernel.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;
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

    private static double[][] irises() throws IOException {
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
