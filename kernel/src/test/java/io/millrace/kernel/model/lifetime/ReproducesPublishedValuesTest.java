package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

/** The numbered checks that are values at given parameters: 11 to 26. */
class ReproducesPublishedValuesTest {
    private static final BgNbd BG = new BgNbd(.243, 4.414, .793, 2.426, TimeUnit.WEEK);
    private static final ParetoNbd PARETO =
            new ParetoNbd(.553, 10.578, .606, 11.669, TimeUnit.WEEK);
    private static final MbgNbd MBG = new MbgNbd(.525, 6.183, .891, 1.614, TimeUnit.WEEK);

    @Test
    void check11BgExpectation() {
        double[] expected = {.0532678911717, 1.19672319332, 1.4460505954, 1.86051905794};
        double[] weeks = {1, 39, 52, 78};
        for (int i = 0; i < weeks.length; i++) {
            close(BG.expected(Span.weeks(weeks[i])), expected[i], 1e-10);
        }
    }

    @Test
    void check12BgCustomerOfThePaper() {
        close(BG.probabilityAlive(of(2, 30.43, 38.86)), .726578570081, 1e-10);
        close(BG.expected(of(2, 30.43, 38.86), Span.weeks(39)), 1.22602817477, 1e-10);
    }

    @Test
    void check13BgFrequentCustomer() {
        close(BG.probabilityAlive(of(26, 216 / 7.0, 31)), .968851562852, 1e-10);
        close(BG.expected(of(26, 216 / 7.0, 31), Span.weeks(52)), 25.7564922154, 1e-10);
    }

    @Test
    void check14BgCustomerWithoutARepeat() {
        close(BG.probabilityAlive(of(0, 0, 38.86)), 1, 0);
        close(BG.expected(of(0, 0, 38.86), Span.weeks(39)), .195098052011, 1e-10);
    }

    @Test
    void check15BgProbabilities() {
        close(BG.probability(0, Span.weeks(39)), .573786352096, 1e-9);
        close(BG.probability(10, Span.weeks(2)), 1.07868964037e-7, 1e-9);
        close(BG.probability(11, Span.weeks(30)), .00199952144748, 1e-9);
    }

    @Test
    void check16ParetoExpectation() {
        double[] expected = {
            .050979843246, .391158584728, 1.21300284428, 1.47299680338, 1.90939812931
        };
        double[] weeks = {1, 9, 39, 52, 78};
        for (int i = 0; i < weeks.length; i++) {
            close(PARETO.expected(Span.weeks(weeks[i])), expected[i], 1e-10);
        }
    }

    @Test
    void check17ParetoCustomerOfThePaper() {
        close(PARETO.probabilityAlive(of(2, 30.43, 38.86)), .869167559153, 1e-10);
        close(PARETO.expected(of(2, 30.43, 38.86), Span.weeks(39)), 1.45512319326, 1e-10);
        close(PARETO.logLikelihood(of(2, 30.43, 38.86)), -9.55428324515, 1e-10);
    }

    @Test
    void check18ParetoFrequentCustomer() {
        close(PARETO.probabilityAlive(of(26, 216 / 7.0, 31)), .99787426061, 1e-10);
        close(PARETO.expected(of(26, 216 / 7.0, 31), Span.weeks(52)), 25.4573384406, 1e-10);
    }

    @Test
    void check19ParetoResidualTransactions() {
        Discount rate = Discount.yearly(.15);
        close(PARETO.discounted(of(2, 30.43, 38.86), rate), 6.50173053756, 1e-9);
        close(PARETO.discounted(of(0, 0, 38.86), rate), .478457669515, 1e-9);
        close(PARETO.discounted(of(7, 35, 38.86), rate), 20.7160828889, 1e-9);
    }

    @Test
    void check20ParetoLikelihoodOfHeavyBuyers() {
        close(PARETO.logLikelihood(of(1000, 100, 103)), 1192.75812683, 1e-10);
        close(PARETO.logLikelihood(of(5000, 364.9, 365)), 7940.45138671, 1e-10);
        close(PARETO.logLikelihood(of(40, 1, 300)), 5.824654095, 1e-10);
    }

    @Test
    void check21ParetoOfHeavyBuyersAlive() {
        close(PARETO.probabilityAlive(of(221, 103.42857, 103.57143)), .999134071588, 1e-8);
        close(PARETO.probabilityAlive(of(1000, 100, 103)), 3.831733484e-9, 1e-8);
        close(PARETO.probabilityAlive(of(3000, 364, 365)), .624676258, 1e-8);
    }

    @Test
    void check22BgOfHeavyBuyers() {
        close(BG.probabilityAlive(of(1000, 100, 103)), 6.254608329e-10, 1e-9);
        close(BG.expected(of(1000, 100, 103), Span.weeks(10)), 5.620935918e-8, 1e-9);
        close(BG.probabilityAlive(of(1000, 102.9, 103)), .997993740616, 1e-9);
        close(BG.expected(of(1000, 102.9, 103), Span.weeks(10)), 89.6884115984, 1e-9);
    }

    @Test
    void check23ParetoThatOverflowedElsewhere() {
        ParetoNbd model = new ParetoNbd(10.465, .00798565181, 3.0516, 2.82, TimeUnit.WEEK);
        close(model.probabilityAlive(of(40, 5, 6)), .00188512818736, 1e-8);
        close(model.probabilityAlive(of(50, 1, 37)), 1.41714429129e-96, 1e-8);
        close(model.probabilityAlive(of(50, 4, 37)), 6.7329748718e-60, 1e-8);
    }

    @Test
    void check24ParetoAtEqualTimes() {
        ParetoNbd model = new ParetoNbd(.55, 10.58, .61, 11.67, TimeUnit.WEEK);
        close(model.expected(of(132, 200, 200), Span.weeks(10)), 6.20605178896, 1e-10);
        close(model.expected(of(133, 200, 200), Span.weeks(10)), 6.25287224757, 1e-10);
    }

    @Test
    void check25MbgValues() {
        close(MBG.probabilityAlive(of(2, 30.43, 38.86)), .706202265118, 1e-9);
        close(MBG.expected(of(2, 30.43, 38.86), Span.weeks(39)), 1.26296062327, 1e-9);
        close(MBG.probabilityAlive(of(0, 0, 38.86)), .389735080919, 1e-9);
        close(MBG.expected(of(0, 0, 38.86), Span.weeks(39)), .154012746675, 1e-9);
        close(MBG.expected(Span.weeks(39)), 1.1829536656, 1e-9);
        close(MBG.expected(Span.weeks(78)), 1.80475757755, 1e-9);
    }

    @Test
    void check26GammaGammaValues() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        close(model.expected(2, 22.35), 24.663714, 1e-7);
        close(model.expected(1, 11.77), 18.916852, 1e-7);
        close(model.expected(0, 0), 35.218978, 1e-7);
        close(model.expected(7, 73.74), 71.469671, 1e-7);
        close(model.expected(2, 25.55), 27.288386, 1e-7);
    }

    private static Summary of(long repeats, double last, double observed) {
        return new Summary(repeats, last, observed, TimeUnit.WEEK);
    }

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, withPercentage(relative * 100));
    }
}
