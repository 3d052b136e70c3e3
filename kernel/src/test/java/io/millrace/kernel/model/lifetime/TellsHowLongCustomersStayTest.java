package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The expected time as a customer within a span. */
final class TellsHowLongCustomersStayTest {
    private static final Span AHEAD = Span.weeks(39);

    @Test
    void paretoIsItsClosedForm() {
        ParetoNbd model = new ParetoNbd(0.55, 10.6, 0.6, 11.7, TimeUnit.WEEK);
        Summary customer = new Summary(2, 30.4, 38.9, TimeUnit.WEEK);
        double from = 11.7 + 38.9;
        double closed =
                Math.pow(from, 0.6)
                        * (Math.pow(from + 39, 0.4) - Math.pow(from, 0.4))
                        / 0.4
                        * model.probabilityAlive(customer);
        assertThat(model.staying(customer, AHEAD)).isCloseTo(closed, within(1e-9 * closed));
    }

    @Test
    void bgIsWhatSimulatedCustomersDo() {
        double r = 0.8;
        double alpha = 6;
        double a = 1.2;
        double b = 2.5;
        BgNbd model = new BgNbd(r, alpha, a, b, TimeUnit.WEEK);
        Summary fresh = new Summary(0, 0, 0, TimeUnit.WEEK);
        SplittableRandom random = new SplittableRandom(5);
        int people = 200_000;
        double sum = 0;
        for (int i = 0; i < people; i++) {
            double hazard = Simulation.gamma(random, r) / alpha * Simulation.beta(random, a, b);
            sum += Math.min(39, -Math.log(1 - random.nextDouble()) / hazard);
        }
        assertThat(model.staying(fresh, AHEAD)).isCloseTo(sum / people, within(0.15));
    }

    @Test
    void isFiniteAndWithinTheSpanEverywhere() {
        for (long x : List.of(0L, 1L, 3L, 40L, 900L)) {
            for (double alpha : List.of(0.01, 1.0, 500.0)) {
                for (double a : List.of(0.01, 1.0, 300.0)) {
                    Summary customer = new Summary(x, x == 0 ? 0 : 20, 30, TimeUnit.WEEK);
                    for (PurchaseModel model :
                            List.<PurchaseModel>of(
                                    new BgNbd(0.5, alpha, a, 2, TimeUnit.WEEK),
                                    new MbgNbd(3, alpha, a, 0.2, TimeUnit.WEEK),
                                    new ParetoNbd(0.5, alpha, a, 2, TimeUnit.WEEK))) {
                        assertThat(model.staying(customer, AHEAD)).isBetween(0.0, 39.0 + 1e-9);
                    }
                }
            }
        }
    }
}
