package io.millrace.kernel.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many groups there are, and that they do not hang on how the rows came. */
class FindsGroupsTest {
    private static final boolean[] PLAIN = new boolean[2];

    @Test
    void findsThreeHeapsAndSaysWhy() {
        Grouping found = Grouping.of(heaps(3, 120, 0.5), PLAIN, 0, 1);

        assertThat(found.count().chosen()).isEqualTo(3);
        assertThat(found.count().why()).isEqualTo(ClusterCount.Why.CLEAREST_OF_STABLE);
        assertThat(found.sizes()).containsOnly(120);
        ClusterCount.Row three = found.count().rows().get(1);
        assertThat(three.silhouette()).isGreaterThan(0.8);
        assertThat(three.agreement()).isGreaterThan(0.99);
        assertThat(three.weakest()).isGreaterThan(0.95);
    }

    @Test
    void saysThatNothingInAnEvenCloudComesAgain() {
        Random random = new Random(5);
        double[][] cloud = new double[400][6];
        for (double[] row : cloud) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }

        Grouping found = Grouping.of(cloud, new boolean[6], 0, 1);

        assertThat(found.count().rows())
                .allSatisfy(row -> assertThat(row.silhouette()).isLessThan(0.25));
    }

    @Test
    void keepsToTheNumberThatWasAskedForButShowsAll() {
        Grouping found = Grouping.of(heaps(3, 60, 0.5), PLAIN, 5, 1);

        assertThat(found.count().chosen()).isEqualTo(5);
        assertThat(found.count().why()).isEqualTo(ClusterCount.Why.GIVEN);
        assertThat(found.centres()).hasNumberOfRows(5);
        assertThat(found.count().rows()).hasSize(9);
    }

    @Test
    void givesTheSameGroupsBitForBitHoweverTheRowsCome() throws IOException {
        double[][] rows = ReproducesKMeansTest.irises();
        boolean[] logs = {true, true, false, false};
        Grouping first = Grouping.of(rows, logs, 0, 7);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));
        double[][] shuffled = order.stream().map(i -> rows[i]).toArray(double[][]::new);

        Grouping second = Grouping.of(shuffled, logs, 0, 7);

        assertThat(second.centres()).isDeepEqualTo(first.centres());
        assertThat(second.count()).isEqualTo(first.count());
        for (int i = 0; i < rows.length; i++) {
            assertThat(second.label()[i]).isEqualTo(first.label()[order.get(i)]);
        }
    }

    @Test
    void staysFiniteWithDuplicatesFlatColumnsAndGaps() {
        double[][] rows = new double[200][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i % 3 == 0 ? 1 : 5, 7, i % 10 == 0 ? Double.NaN : i % 2, 0};
        }

        Grouping found = Grouping.of(rows, new boolean[] {true, true, false, true}, 0, 1);

        assertThat(found.scaling().varying()).isEqualTo(2);
        assertThat(found.count().rows())
                .allSatisfy(row -> {
                    assertThat(row.silhouette()).isBetween(-1.0, 1.0);
                    assertThat(row.weakest()).isBetween(0.0, 1.0);
                    assertThat(row.agreement()).isFinite();
                });
        for (int i = 0; i < rows.length; i++) {
            assertThat(found.distance(rows[i], found.label()[i])).isFinite();
            assertThat(found.clarity(rows[i], found.label()[i])).isBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesFewerDifferentRowsThanClusters() {
        double[][] same = new double[50][2];
        assertThatThrownBy(() -> Grouping.of(same, PLAIN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grouping.of(heaps(3, 1, 0), PLAIN, 4, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsScaledCentresBackInTheUnitsOfTheFigures() {
        double[][] rows = {{1, 10}, {3, 20}, {7, 60}};
        Scaling scaling = Scaling.of(rows, new boolean[] {true, false});

        double[] back = scaling.back(scaling.apply(rows[1]));

        assertThat(back[0]).isCloseTo(3, within(1e-12));
        assertThat(back[1]).isCloseTo(20, within(1e-12));
    }

    /** The example of scipy.optimize.linear_sum_assignment, and one with more columns than rows. */
    @Test
    void matchesAtTheLeastCost() {
        assertThat(Matching.of(new double[][] {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}}))
                .containsExactly(1, 0, 2);
        assertThat(Matching.of(new double[][] {{9, 1, 9, 2}, {9, 1, 9, 8}})).containsExactly(3, 1);
        assertThat(Matching.of(new double[0][])).isEmpty();
    }

    private static double[][] heaps(int heaps, int each, double width) {
        Random random = new Random(11);
        double[][] rows = new double[heaps * each][];
        for (int i = 0; i < rows.length; i++) {
            int heap = i % heaps;
            rows[i] =
                    new double[] {
                        10 * Math.cos(2 * Math.PI * heap / heaps) + width * random.nextGaussian(),
                        10 * Math.sin(2 * Math.PI * heap / heaps) + width * random.nextGaussian()
                    };
        }
        return rows;
    }
}
