package io.millrace.kernel.model.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComparesByHandTest {
    @Test
    void anIndexOfTwoHundredIsTwiceAsTypical() {
        assertThat(Differences.index(30, 100, 150, 1_000)).isEqualTo(200);
        assertThat(Differences.index(0, 100, 150, 1_000)).isZero();
        assertThat(Differences.index(1, 100, 0, 1_000)).isNaN();
    }

    @Test
    void equalSharesDifferInNothing() {
        Differences.Whole same = Differences.whole(new long[] {10, 30}, new long[] {20, 60});
        assertThat(same.statistic()).isCloseTo(0, within(1e-12));
        assertThat(same.chance()).isCloseTo(1, within(1e-9));
    }

    @Test
    void groupsWithoutACommonValueDifferAsMuchAsPossible() {
        Differences.Whole apart = Differences.whole(new long[] {40, 0}, new long[] {0, 60});
        assertThat(apart.strength()).isCloseTo(1, within(1e-12));
        assertThat(apart.statistic()).isCloseTo(100, within(1e-9));
    }

    @Test
    void fewExpectedAreSaid() {
        assertThat(Differences.whole(new long[] {1, 3}, new long[] {3, 90}).tooFew()).isTrue();
        assertThat(Differences.whole(new long[] {5, 0}, new long[] {7, 0}).degrees()).isZero();
        assertThat(Differences.share(0, 0, 3, 7).chance()).isEqualTo(1);
    }

    @Test
    void bandsHaveAboutAsManyAndNeverPartEquals() {
        double[] numbers = {5, 1, 1, 1, 2, 9, 7, Double.NaN, 3, 8, 4};
        Bands bands = Bands.of(numbers, 5);
        assertThat(bands.from()).containsExactly(1, 2, 3, 5, 8);
        assertThat(bands.to()).containsExactly(1, 2, 4, 7, 9);
        assertThat(bands.of(1)).isZero();
        assertThat(bands.of(3.5)).isEqualTo(2);
        assertThat(bands.of(100)).isEqualTo(4);
        assertThat(bands.of(Double.NaN)).isEqualTo(-1);
        assertThat(Bands.of(new double[] {2, 2, 2}, 5).size()).isEqualTo(1);
        assertThat(Bands.of(new double[] {}, 5).size()).isZero();
    }
}
