package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Logs of every kind, seeded: short and long, loyal and fleeting, few and many customers. */
class AnswersAnyLogTest {
    private static final Discount RATE = Discount.yearly(.1);

    @Test
    void withAFiniteModelOrASentence() {
        for (long seed : new long[] {0, 1, 2, 3, 5, 8, 13, 21, 26, 34}) {
            SplittableRandom random = new SplittableRandom(seed);
            Purchases purchases = log(random);
            String what = "seed " + seed;
            for (FitOutcome<? extends PurchaseModel> outcome :
                    List.of(
                            PurchaseFits.bgNbd(purchases),
                            PurchaseFits.mbgNbd(purchases),
                            PurchaseFits.paretoNbd(purchases),
                            PurchaseFits.nbd(purchases))) {
                switch (outcome) {
                    case FitOutcome.Fitted<? extends PurchaseModel> fitted ->
                            finite(what, fitted.model(), fitted.diagnostics(), purchases);
                    case FitOutcome.AtBoundary<? extends PurchaseModel> boundary ->
                            finite(what, boundary.model(), boundary.diagnostics(), purchases);
                    case FitOutcome.TooLittle<? extends PurchaseModel> none ->
                            assertThat(none.has()).isLessThan(none.needs());
                }
            }
        }
    }

    private static Purchases log(SplittableRandom random) {
        int customers = 40 + random.nextInt(1_500);
        int days = 3 + (int) Math.pow(10, 0.3 + 2.5 * random.nextDouble());
        double rate = Math.pow(10, -3 + 2.7 * random.nextDouble());
        double leaving = random.nextInt(3) == 0 ? 0 : random.nextDouble() * .6;
        boolean alike = random.nextInt(4) == 0;
        Purchases.Builder builder = Purchases.in(TimeUnit.DAY);
        for (int i = 0; i < customers; i++) {
            int observed = days - random.nextInt(Math.max(1, days / 2));
            double own = alike ? rate : -Math.log(random.nextDouble()) * rate;
            int repeats = 0;
            int last = 0;
            for (int day = 1; day <= observed; day++) {
                if (random.nextDouble() < own) {
                    repeats++;
                    last = day;
                    if (random.nextDouble() < leaving) {
                        break;
                    }
                }
            }
            builder.addDays(repeats, last, observed);
        }
        return builder.build();
    }

    private static void finite(
            String what,
            PurchaseModel model,
            FitOutcome.Diagnostics diagnostics,
            Purchases purchases) {
        assertThat(diagnostics.logLikelihood()).as(what + model).isFinite();
        double sum = 0;
        for (int row = 0; row < purchases.rows(); row++) {
            Summary customer =
                    new Summary(
                            purchases.repeats(row),
                            purchases.last(row),
                            purchases.observed(row),
                            TimeUnit.DAY);
            assertThat(model.probabilityAlive(customer))
                    .as(what + model + customer)
                    .isBetween(0.0, 1.0);
            assertThat(model.expected(customer, Span.days(90)))
                    .as(what + model + customer)
                    .isFinite()
                    .isNotNegative();
            sum += purchases.weight(row) * model.logLikelihood(customer);
            if (row == purchases.rows() / 2) {
                assertThat(model.discounted(customer, RATE))
                        .as(what + model + customer)
                        .isFinite()
                        .isNotNegative();
            }
        }
        assertThat(Math.abs(sum - diagnostics.logLikelihood()))
                .as(what + model)
                .isLessThan(1e-6 * Math.abs(sum) + 1e-6);
    }
}
