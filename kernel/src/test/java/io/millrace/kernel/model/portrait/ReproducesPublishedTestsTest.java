package io.millrace.kernel.model.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReproducesPublishedTestsTest {
    /** Physicians' Health Study; Agresti, Categorical Data Analysis: placebo and aspirin. */
    private static final long[] PLACEBO = {189, 10_845};

    private static final long[] ASPIRIN = {104, 10_933};

    /** Benjamini and Hochberg 1995, section 4: fifteen comparisons of two treatments. */
    private static final double[] THROMBOLYSIS = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0000
    };

    @Test
    void theAspirinStudyHasChiSquareTwentyFive() {
        Differences.Whole found = Differences.whole(PLACEBO, ASPIRIN);
        assertThat(found.statistic()).isCloseTo(25.01, within(0.005));
        assertThat(found.degrees()).isEqualTo(1);
        assertThat(found.chance()).isCloseTo(5.7e-7, within(0.1e-7));
        assertThat(found.strength()).isCloseTo(Math.sqrt(25.0139 / 22_071), within(1e-5));
        assertThat(found.tooFew()).isFalse();
    }

    @Test
    void theSquareOfTheTwoProportionTestIsChiSquare() {
        Differences.Share found = Differences.share(189, 11_034, 104, 11_037);
        assertThat(found.z()).isCloseTo(5.0014, within(1e-4));
        assertThat(found.z() * found.z())
                .isCloseTo(Differences.whole(PLACEBO, ASPIRIN).statistic(), within(1e-9));
        assertThat(found.chance())
                .isCloseTo(Differences.whole(PLACEBO, ASPIRIN).chance(), within(1e-12));
    }

    @Test
    void fourOfFifteenComparisonsStandUpAtFivePerCent() {
        double[] adjusted = Differences.adjusted(THROMBOLYSIS);
        assertThat(Arrays.stream(adjusted).filter(one -> one <= 0.05).count()).isEqualTo(4);
        assertThat(adjusted[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
        assertThat(adjusted[14]).isEqualTo(1);
    }

    @Test
    void adjustingKeepsTheOrderGiven() {
        assertThat(Differences.adjusted(new double[] {0.04, 0.01}))
                .containsExactly(new double[] {0.04, 0.02}, within(1e-15));
    }
}
