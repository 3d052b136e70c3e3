package io.millrace.kernel.model.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproducesPublishedSharesTest {
    /** Newcombe (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718"
    })
    void newcombesIntervals(long hits, long of, double low, double high) {
        Proportion share = Proportion.of(hits, of);

        assertThat(share.low()).isCloseTo(low, within(5.1e-5));
        assertThat(share.high()).isCloseTo(high, within(5.1e-5));
    }

    @Test
    void saysNothingOfNobody() {
        assertThat(Proportion.of(0, 0).share()).isNaN();
        assertThat(NetPromoter.of(0, 0, 0).score()).isNaN();
        assertThat(Mean.of(new double[0]).mean()).isNaN();
    }

    @Test
    void promotersLessDetractors() {
        // 50 %, 30 %, 20 % of 100: 0.3, and 1.96 × √((0.7 − 0.09) / 100) = 0.15308.
        NetPromoter score = NetPromoter.of(50, 30, 20);

        assertThat(score.score()).isCloseTo(0.3, within(1e-12));
        assertThat(score.high() - score.score()).isCloseTo(0.153078, within(1e-6));
        assertThat(NetPromoter.Attitude.of(6)).isEqualTo(NetPromoter.Attitude.DETRACTOR);
        assertThat(NetPromoter.Attitude.of(8)).isEqualTo(NetPromoter.Attitude.PASSIVE);
        assertThat(NetPromoter.Attitude.of(9)).isEqualTo(NetPromoter.Attitude.PROMOTER);
    }

    @Test
    void partsAtTheMeans() {
        assertThat(Quadrant.of(6, 3, 5, 4)).isEqualTo(Quadrant.CONCENTRATE_HERE);
        assertThat(Quadrant.of(6, 5, 5, 4)).isEqualTo(Quadrant.KEEP_UP);
        assertThat(Quadrant.of(3, 3, 5, 4)).isEqualTo(Quadrant.LOW_PRIORITY);
        assertThat(Quadrant.of(3, 4, 5, 4)).isEqualTo(Quadrant.POSSIBLE_OVERKILL);
    }
}
