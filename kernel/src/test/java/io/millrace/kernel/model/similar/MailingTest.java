package io.millrace.kernel.model.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MailingTest {
    /** A contact of 1.00, an offer of 5.00; margins of 25.00. */
    private static final Mailing MAILING = new Mailing(100, 500);

    private static final double[] CHANCES = {0.20, 0.10, 0.06, 0.04, 0.02};
    private static final double[] MARGINS = {2_500, 2_500, 2_500, 2_500, 2_500};

    @Test
    void keepsThoseWhoBringMoreThanTheyCost() {
        Mailing.Curve curve = MAILING.along(CHANCES, MARGINS);
        assertThat(curve.profits())
                .containsExactly(new double[] {0, 300, 400, 420, 400, 340}, within(1e-9));
        assertThat(curve.best()).isEqualTo(3);
        assertThat(curve.profit(3)).isEqualTo(420);
        assertThat(MAILING.cost(curve, 3)).isEqualTo(300 + 180);
        assertThat(curve.answers()[5]).isCloseTo(0.42, within(1e-12));
    }

    @Test
    void keepsNobodyIfNobodyPays() {
        assertThat(new Mailing(900, 0).along(CHANCES, MARGINS).best()).isZero();
    }

    @Test
    void keepsEverybodyIfContactsAreFree() {
        assertThat(new Mailing(0, 0).along(CHANCES, MARGINS).best()).isEqualTo(5);
    }
}
