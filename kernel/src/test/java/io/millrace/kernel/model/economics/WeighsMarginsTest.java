package io.millrace.kernel.model.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The margin multiple of Gupta and Lehmann 2003, and its derivatives. */
class WeighsMarginsTest {
    @ParameterizedTest
    @CsvSource({
        "0.6, 0.10, 1.20", "0.6, 0.12, 1.15", "0.6, 0.14, 1.11", "0.6, 0.16, 1.07",
        "0.7, 0.10, 1.75", "0.7, 0.12, 1.67", "0.7, 0.14, 1.59", "0.7, 0.16, 1.52",
        "0.8, 0.10, 2.67", "0.8, 0.12, 2.50", "0.8, 0.14, 2.35", "0.8, 0.16, 2.22",
        "0.9, 0.10, 4.50", "0.9, 0.12, 4.09", "0.9, 0.14, 3.75", "0.9, 0.16, 3.46"
    })
    void reproducesThePublishedTable(double retention, double discount, double multiple) {
        assertThat(MarginMultiple.of(retention, discount).value())
                .isEqualTo(multiple, within(0.005001));
    }

    @Test
    void sumsWhatEachYearBringsByBothConventions() {
        for (int years : new int[] {1, 2, 5, 40}) {
            double later = 0;
            double atOnce = 0;
            for (int t = 1; t <= years; t++) {
                later += Math.pow(0.8, t) * Math.pow(1.05, t - 1) / Math.pow(1.1, t);
                atOnce += Math.pow(0.8 * 1.05 / 1.1, t - 1);
            }
            assertThat(new MarginMultiple(0.8, 0.1, 0.05, years, false).value())
                    .isEqualTo(later, within(1e-12));
            assertThat(new MarginMultiple(0.8, 0.1, 0.05, years, true).value())
                    .isEqualTo(atOnce, within(1e-12));
        }
        assertThat(new MarginMultiple(0.8, 0.1, 0.05, 2_000, false).value())
                .isEqualTo(0.8 / (1 + 0.1 - 0.8 * 1.05), within(1e-12));
        assertThat(new MarginMultiple(0.8, 0.1, 0.05, MarginMultiple.NO_END, true).value())
                .isEqualTo(1.1 / (1 + 0.1 - 0.8 * 1.05), within(1e-12));
    }

    @Test
    void derivesAsFiniteDifferencesSay() {
        double step = 1e-6;
        for (int years : new int[] {MarginMultiple.NO_END, 1, 2, 7}) {
            for (double r : new double[] {0.1, 0.6, 0.95}) {
                for (double growth : new double[] {-0.2, 0, 0.06}) {
                    for (boolean atOnce : new boolean[] {true, false}) {
                        var one = new MarginMultiple(r, 0.12, growth, years, atOnce);
                        double byRetention =
                                (one.withRetention(r + step).value()
                                                - one.withRetention(r - step).value())
                                        / (2 * step);
                        double byDiscount =
                                (one.withDiscount(0.12 + step).value()
                                                - one.withDiscount(0.12 - step).value())
                                        / (2 * step);
                        double size = 1 + Math.abs(byRetention) + Math.abs(byDiscount);
                        assertThat(one.byRetention())
                                .isEqualTo(byRetention, within(1e-6 * size * size));
                        assertThat(one.byDiscount())
                                .isEqualTo(byDiscount, within(1e-6 * size * size));
                    }
                }
            }
        }
    }

    @Test
    void retentionMattersMoreThanTheDiscountAndTheMargin() {
        var one = MarginMultiple.of(0.8, 0.12);
        double retention = one.byRetention() * one.retention() / one.value();
        double discount = -one.byDiscount() * one.discount() / one.value();

        assertThat(retention).isEqualTo(1.12 / 0.32, within(1e-12));
        assertThat(retention).isGreaterThan(1);
        assertThat(discount).isLessThan(1);
    }

    @Test
    void saysThatMarginsWhichOutgrowTheDiscountHaveNoSum() {
        var endless = new MarginMultiple(0.98, 0.02, 0.1, MarginMultiple.NO_END, false);

        assertThat(endless.isFinite()).isFalse();
        assertThat(endless.value()).isInfinite();
        assertThat(new MarginMultiple(0.98, 0.02, 0.1, 30, false).value()).isFinite();
        assertThat(new MarginMultiple(1, 0, 0, 3, true).value()).isEqualTo(3);
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> MarginMultiple.of(1.01, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> MarginMultiple.of(0.5, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> MarginMultiple.of(Double.NaN, 0.1));
    }
}
