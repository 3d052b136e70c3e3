package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbered checks of the models' literature that are fits: 1 to 10 and 30. */
class ReproducesPublishedFitsTest {
    @Test
    void check1CdnowSampleSummary() throws IOException {
        List<Cdnow.Customer> customers = Cdnow.sample();
        assertThat(customers).hasSize(2_357);
        assertThat(customers.stream().mapToLong(c -> c.weeks().repeats()).sum()).isEqualTo(2_457);
        assertThat(customers.stream().mapToLong(Cdnow.Customer::later).sum()).isEqualTo(1_882);
        assertThat(customers.stream().filter(c -> c.weeks().repeats() > 0)).hasSize(946);
        Summary first = customers.getFirst().weeks();
        assertThat(first.repeats()).isEqualTo(2);
        assertThat(first.last()).isCloseTo(30.428571, within(5e-7));
        assertThat(first.observed()).isCloseTo(38.857143, within(5e-7));
    }

    @Test
    void check2CdnowMasterSummary() throws IOException {
        List<Cdnow.Customer> customers = Cdnow.master();
        assertThat(customers).hasSize(23_570);
        assertThat(customers.stream().mapToLong(c -> c.weeks().repeats()).sum()).isEqualTo(24_337);
        assertThat(customers.stream().mapToLong(Cdnow.Customer::later).sum()).isEqualTo(19_684);
        assertThat(Cdnow.purchases(customers).rows()).isEqualTo(8_685);
        assertThat(Cdnow.purchases(customers).maxRepeats()).isEqualTo(80);
    }

    @Test
    void check3BgNbdOfTheSample() throws IOException {
        var fit = fitted(PurchaseFits.bgNbd(Cdnow.purchases(Cdnow.sample())));
        BgNbd model = fit.model();
        close(
                1e-4,
                new double[] {.2425945, 4.413602, .792922, 2.425907},
                model.r(),
                model.alpha(),
                model.a(),
                model.b());
    }

    @Test
    void check4BgNbdLikelihoodOfExactAndOfRoundedTimes() throws IOException {
        assertThat(
                        fitted(PurchaseFits.bgNbd(Cdnow.purchases(Cdnow.sample())))
                                .diagnostics()
                                .logLikelihood())
                .isCloseTo(-9582.429207, within(1e-5));
        assertThat(fitted(PurchaseFits.bgNbd(rounded())).diagnostics().logLikelihood())
                .isCloseTo(-9582.425561, within(1e-5));
    }

    @Test
    void check9BgNbdStandardErrors() throws IOException {
        var fit = fitted(PurchaseFits.bgNbd(Cdnow.purchases(Cdnow.sample())));
        close(
                1e-3,
                new double[] {.012557, .378223, .185732, .705405},
                array(fit.diagnostics().standardErrors()));
        assertThat(fit.diagnostics().likelihoodRatio()).isPositive();
    }

    @Test
    void check5ParetoNbdOfTheSample() throws IOException {
        var fit = fitted(PurchaseFits.paretoNbd(Cdnow.purchases(Cdnow.sample())));
        ParetoNbd model = fit.model();
        close(
                1e-3,
                new double[] {.553277, 10.57768, .60624, 11.66873},
                model.r(),
                model.alpha(),
                model.s(),
                model.beta());
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(-9594.976179, within(1e-5));
    }

    @Test
    void check10ParetoNbdStandardErrors() throws IOException {
        var fit = fitted(PurchaseFits.paretoNbd(Cdnow.purchases(Cdnow.sample())));
        close(
                2e-3,
                new double[] {.04763, .84272, .1873, 6.211},
                array(fit.diagnostics().standardErrors()));
    }

    @Test
    void check6MbgNbdOfTheSample() throws IOException {
        var fit = fitted(PurchaseFits.mbgNbd(Cdnow.purchases(Cdnow.sample())));
        MbgNbd model = fit.model();
        close(
                1e-4,
                new double[] {.524843, 6.183086, .891359, 1.614002},
                model.r(),
                model.alpha(),
                model.a(),
                model.b());
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(-9582.135716, within(1e-5));
    }

    @Test
    void check7GammaGammaOfTheSample() throws IOException {
        var fit = spending(Cdnow.sample());
        GammaGamma model = fit.model();
        close(
                1e-4,
                new double[] {6.249573, 3.744225, 15.44352},
                model.p(),
                model.q(),
                model.gamma());
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(-4055.917695, within(1e-5));
        assertThat(fit.correlation()).isCloseTo(.1139, within(5e-5));
    }

    @Test
    void check8AllModelsOfTheMaster() throws IOException {
        List<Cdnow.Customer> customers = Cdnow.master();
        Purchases purchases = Cdnow.purchases(customers);
        assertThat(fitted(PurchaseFits.bgNbd(purchases)).diagnostics().logLikelihood())
                .isCloseTo(-95368.443933, within(1e-4));
        assertThat(fitted(PurchaseFits.mbgNbd(purchases)).diagnostics().logLikelihood())
                .isCloseTo(-95336.958320, within(1e-4));
        assertThat(fitted(PurchaseFits.paretoNbd(purchases)).diagnostics().logLikelihood())
                .isCloseTo(-95415.118617, within(1e-4));
        assertThat(spending(customers).diagnostics().logLikelihood())
                .isCloseTo(-40763.476261, within(1e-4));
    }

    @Test
    void nbdOfTheSampleByCount() throws IOException {
        List<Cdnow.Customer> customers = Cdnow.sample();
        Nbd model = fitted(PurchaseFits.nbd(Cdnow.purchases(customers))).model();
        close(1e-4, new double[] {.3847661, 12.0720228}, model.r(), model.alpha());
        assertThat(customers.stream().mapToDouble(c -> model.countLogLikelihood(c.weeks())).sum())
                .isCloseTo(-3193.058675, within(1e-4));
    }

    @Test
    void check30BgBbOfTheDonations() throws IOException {
        Map<BgBb.History, Long> histories = new HashMap<>();
        List<String> lines = Files.readAllLines(Cdnow.shared("donations.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",");
            histories.merge(
                    new BgBb.History(
                            Integer.parseInt(f[0]), Integer.parseInt(f[1]), Integer.parseInt(f[2])),
                    Long.valueOf(f[3]),
                    Long::sum);
        }
        var fit = fitted(BgBbFit.fit(histories));
        BgBb model = fit.model();
        close(
                1e-3,
                new double[] {1.20353, .74973, .65678, 2.78381},
                model.alpha(),
                model.beta(),
                model.gamma(),
                model.delta());
        assertThat(fit.diagnostics().logLikelihood()).isCloseTo(-33225.581276, within(1e-4));
        double ahead =
                histories.entrySet().stream()
                        .mapToDouble(e -> e.getValue() * model.expected(e.getKey(), 5))
                        .sum();
        assertThat(ahead).isCloseTo(12_884.2, within(.1));
    }

    /** The summary file, whose times are rounded to two decimals. */
    private static Purchases rounded() throws IOException {
        Purchases.Builder builder = Purchases.in(TimeUnit.WEEK);
        List<String> lines = Files.readAllLines(Cdnow.shared("cdnow_customers_summary.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",");
            builder.add(
                    new Summary(
                            Long.parseLong(f[1]),
                            Double.parseDouble(f[2]),
                            Double.parseDouble(f[3]),
                            TimeUnit.WEEK));
        }
        return builder.build();
    }

    private static SpendingFit.Outcome.Fitted spending(List<Cdnow.Customer> customers) {
        Spending spending = new Spending();
        customers.forEach(c -> spending.add(c.weeks().repeats(), c.meanRepeat()));
        return (SpendingFit.Outcome.Fitted) SpendingFit.fit(spending);
    }

    private static <M> FitOutcome.Fitted<M> fitted(FitOutcome<M> outcome) {
        assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
        return (FitOutcome.Fitted<M>) outcome;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    private static void close(double relative, double[] expected, double... actual) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("parameter " + i)
                    .isCloseTo(expected[i], withPercentage(relative * 100));
        }
    }
}
