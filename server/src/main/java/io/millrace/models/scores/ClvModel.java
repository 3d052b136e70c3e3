package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.LifetimeValue;
import io.millrace.kernel.model.lifetime.OwnModels;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.Purchases;
import io.millrace.kernel.model.lifetime.Span;
import io.millrace.kernel.model.lifetime.Summary;
import io.millrace.kernel.model.lifetime.TimeUnit;
import io.millrace.kernel.model.lifetime.TransactionLog;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.Margin;
import io.millrace.shared.Label;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    static final String STAY = "weeksAhead";
    static final String BREADTH = "categories";
    static final String DAYS = "purchaseDays";
    static final String SILENT = "silentDays";
    private static final double WEEKS_A_PERIOD = 4;
    private static final double WEEKS_A_YEAR = 52;

    private static final List<Figure> FIGURES =
            List.of(
                    Figure.share("pAlive", "Likely still a customer", "仍是客户的概率"),
                    Figure.number("expectedOrders", 2, "Expected orders", "预期订单数"),
                    Figure.money("orderValue", "Expected order value", "预期客单价"),
                    Figure.money("clv", "Lifetime value", "客户终身价值"),
                    Figure.number("percentile", 0, "Percentile of value", "价值百分位"),
                    Figure.money("historic", "Value so far", "历史价值"),
                    Figure.number(STAY, 1, "Weeks still a customer ahead", "预期仍是客户的周数"),
                    Figure.number(BREADTH, 0, "Categories bought", "购买的品类数"),
                    Figure.number(DAYS, 0, "Days with a purchase", "有购买的天数"),
                    Figure.number(SILENT, 0, "Days since the last purchase", "距上次购买天数"));
    private static final Card CARD =
            new Card(KEY, new Label("Lifetime value", "客户终身价值"), 2, FIGURES);

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final Differing differing;

    ClvModel(Timelines timelines, Differing differing) {
        this.timelines = timelines;
        this.differing = differing;
    }

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
        ClvFits.With with =
                differing
                        .covariates(data, data.today())
                        .map(all -> ClvFits.with(best.name(), histories, all))
                        .orElse(null);
        OwnModels models = with == null || with.fit() == null ? best.models() : with.fit().models();
        ClvSpend spend = ClvSpend.of(histories, data);
        Margin margin = Margin.of(data.rfm().figures(), data.settings().margin());
        ScoreColumns scores = scores(data, histories, models, spend, margin.share());
        List<Parameter> parameters =
                new ArrayList<>(
                        ClvFits.parameters(with == null || with.fit() == null ? best : with.fit()));
        parameters.addAll(spend.parameters());
        return new Outcome.Scored(
                scores,
                parameters,
                new ClvReporting(data, log, histories, differing)
                        .report(fits, with, spend, margin));
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

    private record Own(int cell, Summary summary) {}

    private record Ahead(double alive, double orders, double discounted, double stay) {}

    private ScoreColumns scores(
            Data data, Histories histories, OwnModels models, ClvSpend spend, double margin) {
        int weeks = data.settings().horizonWeeks();
        int periods = Math.max(1, (int) Math.round(weeks / WEEKS_A_PERIOD));
        double length = (double) weeks / periods;
        double discount = Math.pow(1 + data.settings().discountYearly(), length / WEEKS_A_YEAR) - 1;
        LifetimeValue worth = new LifetimeValue(periods, Span.weeks(length), discount, margin);
        Map<Own, Ahead> known = new HashMap<>();
        ScoreColumns scores = new ScoreColumns(FIGURES, histories.size());
        RfmTable table = data.rfm().scores().table();
        ScoreColumns broad =
                timelines
                        .fold(words -> new Assortments(words, Micros.of(data.asOf())), END_OF_TIME)
                        .value();
        for (int i = 0; i < histories.size(); i++) {
            int who = histories.customer(i);
            Own own = new Own(models.cell(who), histories.summary(i, TimeUnit.WEEK));
            Ahead ahead =
                    known.computeIfAbsent(
                            own, one -> ahead(models.model(one.cell), one.summary, worth, weeks));
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
            scores.set(6, row, ahead.stay);
            scores.set(7, row, breadth(broad, data.histories().customer(who)));
            scores.set(8, row, histories.repeats(i) + 1);
            scores.set(9, row, histories.observedDays(i) - histories.lastDays(i));
        }
        Percentiles.set(scores, 3, 4);
        return scores;
    }

    private static Ahead ahead(
            PurchaseModel model, Summary customer, LifetimeValue worth, int weeks) {
        Span horizon = Span.weeks(weeks);
        return new Ahead(
                model.probabilityAlive(customer),
                model.expected(customer, horizon),
                worth.purchases(model, customer),
                model.staying(customer, horizon));
    }

    /** 0 where no line of an order names a category. */
    private static double breadth(ScoreColumns broad, UUID customer) {
        int row = broad.rowOf(customer);
        return row < 0 ? 0 : broad.number(Assortments.CATEGORIES, row);
    }
}
