package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.GammaGamma;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.LifetimeValue;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.Purchases;
import io.millrace.kernel.model.lifetime.Span;
import io.millrace.kernel.model.lifetime.Spending;
import io.millrace.kernel.model.lifetime.SpendingFit;
import io.millrace.kernel.model.lifetime.Summary;
import io.millrace.kernel.model.lifetime.TimeUnit;
import io.millrace.kernel.model.lifetime.TransactionLog;
import io.millrace.models.Margin;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each customer will buy and be worth: the likeliest of BG/NBD, MBG/NBD and Pareto/NBD for the
 * number of purchases, Gamma-Gamma for their value. Purchases of one day count once.
 */
@Component
@Order(2)
final class ClvModel implements ScoringModel {
    static final String KEY = "clv";
    private static final double WEEKS_A_PERIOD = 4;
    private static final double WEEKS_A_YEAR = 52;

    private static final List<Figure> FIGURES =
            List.of(
                    Figure.share("pAlive", "Likely still a customer", "仍是客户的概率"),
                    Figure.number("expectedOrders", 2, "Expected orders", "预期订单数"),
                    Figure.money("orderValue", "Expected order value", "预期客单价"),
                    Figure.money("clv", "Lifetime value", "客户终身价值"),
                    Figure.number("percentile", 0, "Percentile of value", "价值百分位"),
                    Figure.money("historic", "Value so far", "历史价值"));
    private static final Card CARD =
            new Card(KEY, new Label("Lifetime value", "客户终身价值"), 1, FIGURES);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Outcome score(Data data) {
        TransactionLog log = log(data);
        Histories histories = log.histories(data.today(), data.today());
        Purchases purchases = histories.purchases(TimeUnit.WEEK);
        Scores.Lack lack = ClvFits.lack(purchases);
        if (lack != null) {
            return new Outcome.Lacking(lack);
        }
        List<ClvFits.Fit> fits = ClvFits.of(purchases);
        ClvFits.Fit best = fits.getFirst();
        Spend spend = Spend.of(histories, data);
        Margin margin = Margin.of(data.rfm().figures(), data.settings().margin());
        ScoreColumns scores = scores(data, histories, best.model(), spend, margin.share());
        List<Parameter> parameters = new ArrayList<>(ClvFits.parameters(best));
        parameters.addAll(spend.parameters());
        return new Outcome.Scored(
                scores,
                parameters,
                new ClvReporting(data, log, histories).report(fits, spend, margin));
    }

    /** Customers are numbered by their rows. */
    private static TransactionLog log(Data data) {
        PurchaseHistories histories = data.histories();
        TransactionLog log = new TransactionLog();
        for (int row = 0; row < histories.size(); row++) {
            for (int i = histories.from(row); i < histories.to(row); i++) {
                if (histories.isPurchase(i, data.today())) {
                    log.add(row, histories.day(i), histories.amount(i));
                }
            }
        }
        return log;
    }

    private record Ahead(double alive, double orders, double discounted) {}

    private static ScoreColumns scores(
            Data data, Histories histories, PurchaseModel model, Spend spend, double margin) {
        int weeks = data.settings().horizonWeeks();
        int periods = Math.max(1, (int) Math.round(weeks / WEEKS_A_PERIOD));
        double length = (double) weeks / periods;
        double discount = Math.pow(1 + data.settings().discountYearly(), length / WEEKS_A_YEAR) - 1;
        LifetimeValue worth = new LifetimeValue(periods, Span.weeks(length), discount, margin);
        Map<Summary, Ahead> known = new HashMap<>();
        ScoreColumns scores = new ScoreColumns(FIGURES, histories.size());
        RfmTable table = data.rfm().scores().table();
        for (int i = 0; i < histories.size(); i++) {
            int who = histories.customer(i);
            Ahead ahead =
                    known.computeIfAbsent(
                            histories.summary(i, TimeUnit.WEEK),
                            summary ->
                                    new Ahead(
                                            model.probabilityAlive(summary),
                                            model.expected(summary, Span.weeks(weeks)),
                                            worth.purchases(model, summary)));
            double value = spend.expected(histories, i);
            int row =
                    scores.add(
                            data.histories().customerHigh(who), data.histories().customerLow(who));
            int bought = table.rowOf(data.histories().customer(who));
            scores.set(0, row, ahead.alive);
            scores.set(1, row, ahead.orders);
            scores.set(2, row, value * data.minor());
            scores.set(3, row, ahead.discounted * value * margin * data.minor());
            scores.set(5, row, bought < 0 ? Double.NaN : table.monetary(bought) * margin);
        }
        Percentiles.set(scores, 3, 4);
        return scores;
    }

    /**
     * What a purchase of each customer will be worth, in major units.
     *
     * @param model null where the mean of all is taken
     * @param why why there is no model, or {@code limit} where it stands for its limit
     * @param mean of all purchases
     * @param minor minor units in a major one; histories count in minor ones
     */
    record Spend(
            @Nullable GammaGamma model,
            @Nullable String why,
            double correlation,
            double mean,
            int minor,
            List<Parameter> parameters) {
        static Spend of(Histories histories, Data data) {
            Spending spending = histories.spending(data.minor());
            double mean = mean(data);
            return switch (SpendingFit.fit(spending)) {
                case SpendingFit.Outcome.Fitted fit ->
                        fitted(fit.model(), null, fit.diagnostics(), fit.correlation(), data);
                case SpendingFit.Outcome.AtBoundary fit ->
                        fitted(fit.model(), "limit", fit.diagnostics(), fit.correlation(), data);
                case SpendingFit.Outcome.NoMean _ ->
                        new Spend(null, "no-mean", Double.NaN, mean, data.minor(), List.of());
                case SpendingFit.Outcome.TooLittle _ ->
                        new Spend(null, "too-few", Double.NaN, mean, data.minor(), List.of());
            };
        }

        private static Spend fitted(
                GammaGamma model,
                @Nullable String why,
                FitOutcome.Diagnostics diagnostics,
                double correlation,
                Data data) {
            List<Double> errors = diagnostics.standardErrors();
            return new Spend(
                    model,
                    why,
                    correlation,
                    mean(data),
                    data.minor(),
                    List.of(
                            Parameter.of("p", model.p(), errors.get(0)),
                            Parameter.of("q", model.q(), errors.get(1)),
                            Parameter.of("gamma", model.gamma(), errors.get(2))));
        }

        double expected(Histories histories, int i) {
            if (model == null) {
                return mean;
            }
            double own = histories.meanRepeat(i);
            int repeats = own > 0 ? histories.repeats(i) : 0;
            return model.expected(repeats, own / minor);
        }

        private static double mean(Data data) {
            PurchaseHistories all = data.histories();
            double sum = 0;
            long count = 0;
            for (int row = 0; row < all.size(); row++) {
                for (int i = all.from(row); i < all.to(row); i++) {
                    if (all.isPurchase(i, data.today())) {
                        sum += all.amount(i);
                        count++;
                    }
                }
            }
            return count == 0 ? 0 : sum / count / data.minor();
        }
    }
}
