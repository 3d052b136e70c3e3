package io.millrace.audiences.portraits;

import io.millrace.kernel.model.lifetime.BgNbd;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.GammaGamma;
import io.millrace.kernel.model.lifetime.PurchaseFits;
import io.millrace.kernel.model.lifetime.Purchases;
import io.millrace.kernel.model.lifetime.Span;
import io.millrace.kernel.model.lifetime.Spending;
import io.millrace.kernel.model.lifetime.SpendingFit;
import io.millrace.kernel.model.lifetime.Summary;
import io.millrace.kernel.model.lifetime.TimeUnit;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What each customer is expected to buy: BG/NBD for how often (Fader, Hardie and Lee 2005),
 * Gamma-Gamma for how much (Fader and Hardie 2013). Orders stand for purchases, two of one day for
 * two; with many customers the parameters are of a part of them, drawn by the seed.
 */
record Purchasing(BgNbd often, Optional<GammaGamma> much, double meanOrder) {
    private static final int MOST = 30_000;
    private static final double DAY = 86_400_000_000.0;

    /** Empty if there is too little to learn from. */
    static Optional<Purchasing> of(Base base, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double part = Math.min(1, (double) MOST / Math.max(1, base.orders().size()));
        Purchases.Builder histories = Purchases.in(TimeUnit.WEEK);
        Spending spending = new Spending();
        double money = 0;
        long orders = 0;
        for (int row = 0; row < base.size(); row++) {
            if (base.purchases(row) == 0 || random.nextDouble() >= part) {
                continue;
            }
            Summary summary = summary(base, row);
            histories.addDays(
                    summary.repeats(),
                    Math.round(summary.last() * TimeUnit.WEEK.days()),
                    Math.round(summary.observed() * TimeUnit.WEEK.days()));
            spending.add(summary.repeats(), mean(base, row));
            money += base.revenue(row);
            orders += base.purchases(row);
        }
        Optional<BgNbd> often =
                switch (PurchaseFits.bgNbd(histories.build())) {
                    case FitOutcome.Fitted<BgNbd>(var model, var _) -> Optional.of(model);
                    case FitOutcome.AtBoundary<BgNbd>(var model, var _, var _) ->
                            Optional.of(model);
                    case FitOutcome.TooLittle<BgNbd> _ -> Optional.empty();
                };
        double meanOrder = orders == 0 ? 0 : money / orders;
        return often.map(model -> new Purchasing(model, much(spending), meanOrder));
    }

    private static Optional<GammaGamma> much(Spending spending) {
        return SpendingFit.fit(spending)
                        instanceof SpendingFit.Outcome.Fitted(GammaGamma model, var _, var _)
                ? Optional.of(model)
                : Optional.empty();
    }

    /** Revenue expected within so many days, minor units. */
    double expected(Base base, int row, int days) {
        if (base.purchases(row) == 0) {
            return 0;
        }
        Summary summary = summary(base, row);
        double mean = mean(base, row);
        double order =
                much.filter(_ -> mean > 0)
                        .map(model -> model.expected(summary.repeats(), mean))
                        .orElse(meanOrder);
        return often.expected(summary, Span.days(days)) * order;
    }

    private static double mean(Base base, int row) {
        return (double) base.revenue(row) / base.purchases(row);
    }

    private static Summary summary(Base base, int row) {
        int at = base.orderRows()[row];
        long first = base.orders().firstPurchaseAt(at);
        long last = base.orders().lastPurchaseAt(at);
        double week = DAY * TimeUnit.WEEK.days();
        return new Summary(
                base.purchases(row) - 1L,
                Math.max(0, (last - first) / week),
                Math.max(0, (base.people().asOf() - first) / week),
                TimeUnit.WEEK);
    }
}
