package io.millrace.kernel.model.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoosesByThreeRulesTest {
    private static final double[] IMPORTANCE = {5, 4, 1};

    @Test
    void theRulesMayDisagree() {
        // The first is best on what matters most, the second in sum, the third is good enough.
        double[][] brands = {{7, 1, 1}, {6, 7, 2}, {4, 4, 4}};

        assertThat(Choice.lexicographic(IMPORTANCE, brands)).containsExactly(1, 0, 0);
        assertThat(Choice.weightedAdditive(IMPORTANCE, brands)).containsExactly(0, 1, 0);
        assertThat(Choice.conjunctive(new double[] {4, 4, 4}, brands)).containsExactly(0, 0, 1);
    }

    @Test
    void equalsShareTheVoteAndNobodyIsChosenWhereNoneIsGoodEnough() {
        double[][] brands = {{5, 5, 1}, {5, 5, 1}, {1, 1, 1}};

        assertThat(Choice.lexicographic(IMPORTANCE, brands)).containsExactly(0.5, 0.5, 0);
        assertThat(Choice.weightedAdditive(IMPORTANCE, brands)).containsExactly(0.5, 0.5, 0);
        assertThat(Choice.conjunctive(new double[] {6, 6, 6}, brands)).containsExactly(0, 0, 0);
    }

    @Test
    void agreesWithTryingEveryPairOnRandomRatings() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            double[] importance = {1 + random.nextInt(7), 1 + random.nextInt(7)};
            double[][] brands = new double[3][];
            Arrays.setAll(brands, _ -> random.ints(2, 1, 8).asDoubleStream().toArray());
            double[] votes = Choice.lexicographic(importance, brands);
            int first = importance[0] >= importance[1] ? 0 : 1;
            for (int a = 0; a < 3; a++) {
                boolean beaten = false;
                for (double[] other : brands) {
                    double ahead = other[first] - brands[a][first];
                    double next = other[1 - first] - brands[a][1 - first];
                    beaten |= ahead > 0 || (ahead == 0 && next > 0);
                }
                assertThat(votes[a] > 0).isEqualTo(!beaten);
            }
            assertThat(Arrays.stream(votes).sum()).isCloseTo(1, within(1e-12));
        }
    }
}
