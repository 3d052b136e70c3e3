package io.millrace.kernel.model.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What little is known of is drawn towards everybody, as far as others tell. */
class DrawsTowardsEverybodyTest {
    @Test
    void equalVariancesGiveTheEstimatorOfJamesAndStein() {
        double[] values = {4, 7, 1, 9, 3, 6};
        double[] variances = {2, 2, 2, 2, 2, 2};
        double mean = 5;
        double squares = 1 + 4 + 16 + 16 + 4 + 1;

        Shrunk shrunk = Shrunk.of(values, variances);

        assertThat(shrunk.mean()).isCloseTo(mean, within(1e-9));
        assertThat(shrunk.spread()).isCloseTo(squares / 5 - 2, within(1e-9));
        double factor = (6 - 3) * 2.0 / squares;
        assertThat(shrunk.of(9, 2).value()).isCloseTo(mean + (1 - factor) * 4, within(1e-9));
    }

    @Test
    void whatIsKnownWellStaysAndOthersAreDrawn() {
        Shrunk shrunk =
                Shrunk.of(new double[] {-1, -2, -3, -2.5, 4}, new double[] {.01, .01, .01, .01, 9});

        assertThat(shrunk.of(-1, 0.01).value()).isCloseTo(-1, within(0.05));
        assertThat(shrunk.of(4, 9).value()).isLessThan(2.5);
        assertThat(shrunk.of(4, 9).error()).isLessThan(3);
        assertThat(shrunk.unseen().error()).isGreaterThan(Math.sqrt(shrunk.spread()));
    }

    @Test
    void threeEstimatesAreNotDrawn() {
        assertThat(Shrunk.of(new double[] {1, 2, 9}, new double[] {1, 1, 1}).of(9, 1).value())
                .isEqualTo(9);
    }

    @Test
    void thePrecisionOfDealSharesIsFoundAgain() {
        Random random = new Random(20261122);
        int customers = 20_000;
        double precision = 6;
        int[] deals = new int[customers];
        int[] purchases = new int[customers];
        double[] expected = new double[customers];
        for (int i = 0; i < customers; i++) {
            expected[i] = 0.1 + 0.4 * random.nextDouble();
            purchases[i] = 1 + random.nextInt(20);
            deals[i] = polya(expected[i] * precision, precision, purchases[i], random);
        }

        DealShares fitted = DealShares.fit(deals, purchases, expected);

        assertThat(fitted.precision()).isCloseTo(precision, within(0.3));
        double at = DealShares.likelihood(deals, purchases, expected, fitted.precision());
        assertThat(at)
                .isGreaterThan(DealShares.likelihood(deals, purchases, expected, 5.5))
                .isGreaterThan(DealShares.likelihood(deals, purchases, expected, 6.5));
    }

    /** Pólya's urn: each draw makes the same outcome likelier, which is beta-binomial. */
    private static int polya(double deals, double all, int draws, Random random) {
        int drawn = 0;
        for (int i = 0; i < draws; i++) {
            drawn += random.nextDouble() * (all + i) < deals + drawn ? 1 : 0;
        }
        return drawn;
    }

    @Test
    void theLikelihoodIsTheBetaBinomialOne() {
        // 2 of 3 with a = 0.4 · 5 = 2, b = 3: B(4, 4) / B(2, 3) = 12 / 140.
        double likelihood =
                DealShares.likelihood(new int[] {2}, new int[] {3}, new double[] {0.4}, 5);

        assertThat(Math.exp(likelihood)).isCloseTo(12.0 / 140, within(1e-12));
    }

    @Test
    void theIndexIsOneWithoutPurchases() {
        DealShares shares = new DealShares(8);

        assertThat(shares.index(0, 0, 0.3)).isEqualTo(1);
        assertThat(shares.index(6, 8, 0.25)).isCloseTo(2, within(1e-12));
        assertThat(shares.reliability(8)).isEqualTo(0.5);
    }

    @Test
    void studentsTReachesAsFarAsInTables() {
        assertThat(StudentT.reach(1)).isCloseTo(12.706, within(1e-3));
        assertThat(StudentT.reach(4)).isCloseTo(2.776, within(1e-3));
        assertThat(StudentT.reach(30)).isCloseTo(2.042, within(1e-3));
    }
}
