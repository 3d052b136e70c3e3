package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Heavy buyers, far-apart scales, and parameters that pass through their removable singularities.
 */
class StaysFiniteEverywhereTest {
    private static final long[] REPEATS = {0, 1, 2, 7, 40, 161, 300, 1_000, 5_000};

    @Test
    void forAnyCountAndAnyRatioOfScales() {
        for (double ratio = 1e-7; ratio < 2e7; ratio *= 10) {
            List<PurchaseModel> models =
                    List.of(
                            new BgNbd(.5, 10 * ratio, .8, 2.4, TimeUnit.WEEK),
                            new MbgNbd(.5, 10 * ratio, .8, 2.4, TimeUnit.WEEK),
                            new ParetoNbd(.5, 10 * ratio, .6, 10, TimeUnit.WEEK));
            for (PurchaseModel model : models) {
                for (long x : REPEATS) {
                    finite(model, new Summary(x, x == 0 ? 0 : 30, 52, TimeUnit.WEEK));
                    finite(model, new Summary(x, x == 0 ? 0 : 52, 52, TimeUnit.WEEK));
                }
            }
        }
    }

    @Test
    void continuousWhereAIsOneAndWhereSIsOne() {
        Summary customer = new Summary(3, 20, 30, TimeUnit.WEEK);
        for (double step : new double[] {1e-9, 1e-7, 1e-5, 1e-3, 4e-3, 6e-3}) {
            for (double sign : new double[] {-1, 1}) {
                double one = 1 + sign * step;
                near(
                        new BgNbd(.5, 8, one, 2.4, TimeUnit.WEEK),
                        new BgNbd(.5, 8, 1, 2.4, TimeUnit.WEEK),
                        customer,
                        step);
                near(
                        new MbgNbd(.5, 8, one, 2.4, TimeUnit.WEEK),
                        new MbgNbd(.5, 8, 1, 2.4, TimeUnit.WEEK),
                        customer,
                        step);
                near(
                        new ParetoNbd(.5, 8, one, 9, TimeUnit.WEEK),
                        new ParetoNbd(.5, 8, 1, 9, TimeUnit.WEEK),
                        customer,
                        step);
            }
        }
    }

    @Test
    void shortWindowsEndInAnAnswerThatNamesItsBoundary() {
        for (int window : new int[] {1, 2, 4, 8}) {
            Purchases purchases = simulated(window, 11);
            for (FitOutcome<? extends PurchaseModel> outcome :
                    List.of(
                            PurchaseFits.bgNbd(purchases),
                            PurchaseFits.mbgNbd(purchases),
                            PurchaseFits.paretoNbd(purchases))) {
                switch (outcome) {
                    case FitOutcome.Fitted<? extends PurchaseModel> f ->
                            finite(f.model(), new Summary(1, .5, window, TimeUnit.WEEK));
                    case FitOutcome.AtBoundary<? extends PurchaseModel> b -> {
                        assertThat(b.limit()).isNotNull();
                        finite(b.model(), new Summary(1, .5, window, TimeUnit.WEEK));
                    }
                    case FitOutcome.TooLittle<? extends PurchaseModel> none ->
                            assertThat(none.has()).isLessThan(none.needs());
                }
            }
        }
    }

    @Test
    void theOrderOfTheCustomersChangesNoBit() {
        SplittableRandom random = new SplittableRandom(5);
        Purchases.Builder forward = Purchases.in(TimeUnit.DAY);
        Purchases.Builder backward = Purchases.in(TimeUnit.DAY);
        long[][] rows = new long[6_000][];
        for (int i = 0; i < rows.length; i++) {
            long observed = 100 + random.nextInt(200);
            long x = random.nextInt(8) * random.nextInt(2);
            rows[i] = new long[] {x, x == 0 ? 0 : 1 + random.nextLong(observed), observed};
            forward.addDays(rows[i][0], rows[i][1], rows[i][2]);
        }
        for (int i = rows.length - 1; i >= 0; i--) {
            backward.addDays(rows[i][0], rows[i][1], rows[i][2]);
        }
        assertThat(PurchaseFits.bgNbd(forward.build()))
                .isEqualTo(PurchaseFits.bgNbd(backward.build()));
    }

    private static Purchases simulated(int weeks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Purchases.Builder builder = Purchases.in(TimeUnit.WEEK);
        for (int customer = 0; customer < 2_000; customer++) {
            double rate = -Math.log(random.nextDouble()) * .15;
            int days = weeks * 7;
            int repeats = 0;
            int last = 0;
            for (int day = 1; day <= days; day++) {
                if (random.nextDouble() < rate / 7) {
                    repeats++;
                    last = day;
                }
            }
            builder.addDays(repeats, last, days);
        }
        return builder.build();
    }

    private static void finite(PurchaseModel model, Summary customer) {
        assertThat(model.logLikelihood(customer)).as("%s %s", model, customer).isFinite();
        assertThat(model.probabilityAlive(customer))
                .as("%s %s", model, customer)
                .isBetween(0.0, 1.0);
        assertThat(model.expected(customer, Span.weeks(39)))
                .as("%s %s", model, customer)
                .isFinite()
                .isNotNegative();
    }

    private static void near(
            PurchaseModel beside, PurchaseModel at, Summary customer, double step) {
        double expected = at.expected(customer, Span.weeks(39));
        assertThat(beside.expected(customer, Span.weeks(39)))
                .isCloseTo(expected, withPercentage(Math.max(1e-7, 100 * 5 * step)));
    }
}
