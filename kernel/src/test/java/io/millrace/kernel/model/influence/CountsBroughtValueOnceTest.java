package io.millrace.kernel.model.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.model.influence.ReferralForest.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever is claimed by several, by themselves or in a circle counts once. */
class CountsBroughtValueOnceTest {
    @Test
    void countsGenerationsByTheirDiscount() {
        // 0 brought 1 and 2; 1 brought 3; 3 brought 4.
        ReferralForest forest =
                ReferralForest.of(
                        5,
                        List.of(
                                new Claim(0, 1, 1),
                                new Claim(0, 2, 2),
                                new Claim(1, 3, 3),
                                new Claim(3, 4, 4)));

        double[] carried = forest.carried(new double[] {1_000, 100, 10, 40, 8}, 0.5);

        assertThat(carried).containsExactly(100 + 10 + 20 + 2, 40 + 4, 0, 8, 0);
        assertThat(forest.descendants()).containsExactly(4, 2, 0, 1, 0);
        assertThat(forest.depth(4)).isEqualTo(3);
        assertThat(forest.isUnder(4, 0)).isTrue();
        assertThat(forest.isUnder(2, 1)).isFalse();
    }

    @Test
    void givesEachToTheFirstWhoClaimsThem() {
        ReferralForest forest =
                ReferralForest.of(3, List.of(new Claim(1, 2, 9), new Claim(0, 2, 5)));

        assertThat(forest.parent(2)).isZero();
    }

    @Test
    void cutsCirclesAndClaimsOfOneself() {
        ReferralForest forest =
                ReferralForest.of(
                        3,
                        List.of(
                                new Claim(0, 0, 0),
                                new Claim(0, 1, 1),
                                new Claim(1, 2, 2),
                                new Claim(2, 0, 3)));

        assertThat(forest.loops()).isEqualTo(1);
        assertThat(forest.cycles()).isEqualTo(1);
        assertThat(forest.parent(0)).isEqualTo(ReferralForest.NOBODY);
        assertThat(forest.descendants()).containsExactly(2, 1, 0);
    }

    @Test
    void agreesWithWalkingUpFromEverybodyOnRandomClaims() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            int nodes = 2 + random.nextInt(20);
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < 2 * nodes; i++) {
                claims.add(
                        new Claim(random.nextInt(nodes), random.nextInt(nodes), random.nextInt(9)));
            }
            double[] worth = random.doubles(nodes, 0, 100).toArray();
            ReferralForest forest = ReferralForest.of(nodes, claims);
            Collections.shuffle(claims, random);
            assertThat(ReferralForest.of(nodes, claims).carried(worth, 0.3))
                    .isEqualTo(forest.carried(worth, 0.3));

            double[] expected = new double[nodes];
            for (int node = 0; node < nodes; node++) {
                double part = worth[node];
                for (int at = forest.parent(node); at >= 0; at = forest.parent(at)) {
                    expected[at] += part;
                    part *= 0.3;
                }
            }
            double[] carried = forest.carried(worth, 0.3);
            for (int node = 0; node < nodes; node++) {
                assertThat(carried[node]).isCloseTo(expected[node], within(1e-9));
            }
        }
    }
}
