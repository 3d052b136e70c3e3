package io.millrace.kernel.model.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4})
    void theSpreadOfTheOddsIsFoundAgain(double spread) {
        Random random = new Random(20261122);
        int customers = 20_000;
        double[] over = new double[customers];
        double[] information = new double[customers];
        for (int i = 0; i < customers; i++) {
            double shift = Math.sqrt(spread) * random.nextGaussian();
            for (int purchases = 1 + random.nextInt(20); purchases > 0; purchases--) {
                double chance = 0.1 + 0.6 * random.nextDouble();
                boolean deal = random.nextDouble() < DealOdds.shifted(chance, shift);
                over[i] += (deal ? 1 : 0) - chance;
                information[i] += chance * (1 - chance);
            }
        }

        DealOdds fitted = DealOdds.fit(over, information);

        // The second order falls a little short where shifts are large.
        assertThat(fitted.spread()).isBetween(0.75 * spread, 1.1 * spread);
        double at = DealOdds.likelihood(over, information, fitted.spread());
        assertThat(at)
                .isGreaterThan(DealOdds.likelihood(over, information, 0.9 * fitted.spread()))
                .isGreaterThan(DealOdds.likelihood(over, information, 1.1 * fitted.spread()));
    }

    @Test
    void theLikelihoodAndTheShiftAreThoseOfTheIntegral() {
        double over = 1.7;
        double information = 2.3;
        double spread = 0.6;
        double sum = 0;
        double moment = 0;
        double step = 1e-4;
        for (double shift = -12; shift < 12; shift += step) {
            double weight =
                    Math.exp(
                                    shift * over
                                            - shift * shift * information / 2
                                            - shift * shift / (2 * spread))
                            / Math.sqrt(2 * Math.PI * spread);
            sum += step * weight;
            moment += step * weight * shift;
        }

        double likelihood =
                DealOdds.likelihood(new double[] {over}, new double[] {information}, spread);
        assertThat(Math.exp(likelihood)).isCloseTo(sum, within(1e-8));
        DealOdds odds = new DealOdds(spread);
        assertThat(odds.shift(over, information)).isCloseTo(moment / sum, within(1e-8));
    }

    @Test
    void noSpreadIsSeenWhereEverybodyIsAlike() {
        double[] over = {0.1, -0.1, 0.05, -0.05};
        double[] information = {2, 2, 2, 2};

        DealOdds odds = DealOdds.fit(over, information);

        assertThat(odds.spread()).isZero();
        assertThat(odds.shift(1, 2)).isZero();
        assertThat(odds.reliability(2)).isZero();
        assertThat(DealOdds.shifted(0.2, Math.log(4))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void studentsTReachesAsFarAsInTables() {
        assertThat(StudentT.reach(1)).isCloseTo(12.706, within(1e-3));
        assertThat(StudentT.reach(4)).isCloseTo(2.776, within(1e-3));
        assertThat(StudentT.reach(30)).isCloseTo(2.042, within(1e-3));
    }
}
