package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.kernel.model.DataSets;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The numbered checks of predictions: 27, 28, 29, 33, and the tracking plot. */
class ReproducesHoldOutsTest {
    private static final int CALIBRATION_END = (int) LocalDate.of(1997, 9, 30).toEpochDay();
    private static final int HOLD_OUT_END = (int) LocalDate.of(1998, 6, 30).toEpochDay();

    @Test
    void check27HoldOutOfTheSample() throws IOException {
        Histories histories = sample();
        Purchases purchases = histories.purchases(TimeUnit.WEEK);
        HoldOut bg = HoldOut.of(model(PurchaseFits.bgNbd(purchases)), histories);
        HoldOut pareto = HoldOut.of(model(PurchaseFits.paretoNbd(purchases)), histories);
        HoldOut mbg = HoldOut.of(model(PurchaseFits.mbgNbd(purchases)), histories);

        has(bg, 1653.41, .785454, 1.607982);
        has(pareto, 1665.51, .754523, 1.602848);
        has(mbg, 1576.73, .764779, 1.607183);
        assertThat(bg.actual()).isEqualTo(1_882);
        assertThat(bg.nothing().sum()).isZero();
        assertThat(bg.nothing().meanAbsolute()).isCloseTo(1882 / 2357.0, within(1e-12));
        table(bg, .2251, .5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.5040, 6.1570);
        table(pareto, .1384, .5995, 1.1958, 1.7138, 2.3983, 2.9072, 3.8186, 6.4031);
        table(mbg, .1852, .5514, 1.0490, 1.4929, 2.1043, 2.5636, 3.3608, 5.8485);
        assertThat(bg.byCount())
                .extracting(HoldOut.Row::customers)
                .containsExactly(1411, 439, 214, 100, 62, 38, 29, 64);
        double[] actual = {.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594};
        for (int i = 0; i < actual.length; i++) {
            assertThat(bg.byCount().get(i).actual()).isCloseTo(actual[i], within(5.1e-5));
        }
    }

    @Test
    void check28EveryCustomerOfTheSample() throws IOException {
        BgNbd bg = new BgNbd(.243, 4.414, .793, 2.426, TimeUnit.WEEK);
        MbgNbd mbg = new MbgNbd(.525, 6.183, .891, 1.614, TimeUnit.WEEK);
        ParetoNbd pareto = new ParetoNbd(.553, 10.578, .606, 11.669, TimeUnit.WEEK);
        GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44);
        Discount rate = Discount.yearly(.15);
        List<String> lines = DataSets.lines("expected_cdnow_predictions.csv.gz");
        assertThat(lines).hasSize(2_358);
        double[] sums = new double[4];
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",");
            Summary customer =
                    new Summary(
                            Long.parseLong(f[1]),
                            Double.parseDouble(f[2]),
                            Double.parseDouble(f[3]),
                            TimeUnit.WEEK);
            double mean = Double.parseDouble(f[5]);
            double dert = pareto.discounted(customer, rate);
            double worth = spend.expected(mean > 0 ? customer.repeats() : 0, mean);
            row(f, 6, bg.probabilityAlive(customer), bg.expected(customer, Span.weeks(39)));
            row(f, 8, mbg.probabilityAlive(customer), mbg.expected(customer, Span.weeks(39)));
            row(
                    f,
                    10,
                    pareto.probabilityAlive(customer),
                    pareto.expected(customer, Span.weeks(39)),
                    dert,
                    worth,
                    dert * worth);
            sums[0] += bg.expected(customer, Span.weeks(39));
            sums[1] += pareto.expected(customer, Span.weeks(39));
            sums[2] += dert;
            sums[3] += dert * worth;
        }
        assertThat(sums[0]).isCloseTo(1653.941, within(6e-4));
        assertThat(sums[1]).isCloseTo(1665.693, within(6e-4));
        assertThat(sums[2]).isCloseTo(7208.214, within(6e-4));
        assertThat(sums[3]).isCloseTo(261_710.8, within(.06));
    }

    @Test
    void check29TwelveMonthValue() throws IOException {
        Purchases.Builder purchases = Purchases.in(TimeUnit.WEEK);
        Spending spending = new Spending();
        List<String> lines = DataSets.lines("cdnow_customers_summary_with_transactions.csv");
        Summary[] customers = new Summary[lines.size() - 1];
        double[] mean = new double[customers.length];
        for (int i = 0; i < customers.length; i++) {
            String[] f = lines.get(i + 1).split(",");
            customers[i] =
                    new Summary(
                            Long.parseLong(f[1]),
                            Double.parseDouble(f[2]),
                            Double.parseDouble(f[3]),
                            TimeUnit.WEEK);
            mean[i] = Double.parseDouble(f[4]);
            purchases.add(customers[i]);
            spending.add(customers[i].repeats(), mean[i]);
        }
        PurchaseModel model = model(PurchaseFits.bgNbd(purchases.build()));
        GammaGamma spend = ((SpendingFit.Outcome.Fitted) SpendingFit.fit(spending)).model();
        LifetimeValue year = new LifetimeValue(12, LifetimeValue.MONTH_OF_WEEKS, .01, 1);
        LifetimeValue mistaken = new LifetimeValue(12, Span.weeks(30), .01, 1);
        double sum = 0;
        for (int i = 0; i < customers.length; i++) {
            double worth = spend.expected(mean[i] > 0 ? customers[i].repeats() : 0, mean[i]);
            double value = year.of(model, customers[i], worth, 0);
            sum += value;
            if (i == 0) {
                close(value, 36.278496, 1e-4);
                close(mistaken.of(model, customers[i], worth, 0), 140.096218, 1e-4);
            }
            if (i == 1) {
                close(value, 4.637466, 1e-4);
            }
        }
        close(sum, 71_509.90, 1e-4);
    }

    @Test
    void check33RecoversTheParametersOfAMillionSimulatedCustomers() {
        BgNbd truth = new BgNbd(.243, 4.414, .793, 2.426, TimeUnit.WEEK);
        Purchases purchases = Simulation.bgNbd(truth, 1_000_000, 27 * 7, 39 * 7, 33);
        var fit = (FitOutcome.Fitted<BgNbd>) PurchaseFits.bgNbd(purchases);
        assertThat(fit.model().r()).isCloseTo(.243, within(.003));
        assertThat(fit.model().alpha()).isCloseTo(4.414, within(.1));
        assertThat(fit.model().a()).isCloseTo(.793, within(.03));
        assertThat(fit.model().b()).isCloseTo(2.426, within(.15));
        double atTruth = 0;
        for (int i = 0; i < purchases.rows(); i++) {
            Summary customer =
                    new Summary(
                            purchases.repeats(i),
                            purchases.last(i),
                            purchases.observed(i),
                            TimeUnit.WEEK);
            atTruth += purchases.weight(i) * truth.logLikelihood(customer);
        }
        assertThat(fit.diagnostics().logLikelihood()).isGreaterThanOrEqualTo(atTruth);
    }

    @Test
    void tracksTheCohortAsPublished() throws IOException {
        Histories histories = sample();
        Purchases purchases = histories.purchases(TimeUnit.WEEK);
        int[] births = histories.births((int) LocalDate.of(1997, 1, 1).toEpochDay());
        double[] pareto =
                Tracking.cumulative(model(PurchaseFits.paretoNbd(purchases)), births, 7, 39);
        double[] bg = Tracking.cumulative(model(PurchaseFits.bgNbd(purchases)), births, 7, 39);
        double[] expected = {1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253};
        double[] simpler = {1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6};
        for (int i = 0; i < expected.length; i++) {
            close(pareto[19 + i], expected[i], .02);
            close(bg[19 + i], simpler[i], .02);
        }
    }

    @Test
    void theOrderOfTheLogChangesNothing() {
        SplittableRandom random = new SplittableRandom(8);
        int[][] rows = new int[5_000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[] {random.nextInt(300), random.nextInt(400), random.nextInt(90)};
        }
        assertThat(shape(rows)).isEqualTo(shape(reversed(rows)));
    }

    private static String shape(int[][] rows) {
        TransactionLog log = new TransactionLog();
        for (int[] row : rows) {
            log.add(row[0], row[1], row[2]);
        }
        Histories histories = log.histories(250, 400);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < histories.size(); i++) {
            text.append(histories.summary(i, TimeUnit.DAY))
                    .append(histories.meanRepeat(i))
                    .append(histories.later(i));
        }
        return text.toString();
    }

    private static int[][] reversed(int[][] rows) {
        int[][] reversed = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            reversed[rows.length - 1 - i] = rows[i];
        }
        return reversed;
    }

    private static Histories sample() throws IOException {
        TransactionLog log = new TransactionLog();
        for (String line : DataSets.lines("CDNOW_sample.txt.gz")) {
            String[] f = line.trim().split("\\s+");
            log.add(
                    Integer.parseInt(f[1]),
                    (int) LocalDate.parse(f[2], DateTimeFormatter.BASIC_ISO_DATE).toEpochDay(),
                    Math.round(Double.parseDouble(f[4]) * 100));
        }
        return log.histories(CALIBRATION_END, HOLD_OUT_END);
    }

    private static <M extends PurchaseModel> PurchaseModel model(FitOutcome<M> outcome) {
        return ((FitOutcome.Fitted<M>) outcome).model();
    }

    private static void has(HoldOut holdOut, double sum, double mae, double rmse) {
        close(holdOut.model().sum(), sum, 1e-4);
        close(holdOut.model().meanAbsolute(), mae, 1e-4);
        close(holdOut.model().rootMeanSquare(), rmse, 1e-4);
    }

    private static void table(HoldOut holdOut, double... predicted) {
        for (int i = 0; i < predicted.length; i++) {
            assertThat(holdOut.byCount().get(i).predicted())
                    .isCloseTo(predicted[i], within(5e-5 + 1e-4 * predicted[i]));
        }
    }

    private static void row(String[] expected, int from, double... actual) {
        for (int i = 0; i < actual.length; i++) {
            close(actual[i], Double.parseDouble(expected[from + i]), 1e-9);
        }
    }

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, withPercentage(relative * 100));
    }
}
