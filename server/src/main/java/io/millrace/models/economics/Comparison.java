package io.millrace.models.economics;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.economics.Cohorts;
import io.millrace.kernel.model.economics.Retention;
import io.millrace.kernel.model.economics.Tenures;
import io.millrace.models.economics.PlainWays.Ahead;
import io.millrace.models.economics.PlainWays.Formula;
import io.millrace.models.economics.PlainWays.Point;
import io.millrace.models.economics.PlainWays.Way;
import io.millrace.models.scores.ScoreTable;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What each plain way says of the same weeks as the model, customer by customer. */
final class Comparison {
    private static final int DAYS_A_WEEK = 7;
    private static final double WEEKS_A_YEAR = 52;
    private static final double MONTHS_A_WEEK = 12 / WEEKS_A_YEAR;

    private final PurchaseHistories histories;
    private final TenuresKept.Grouped yearly;
    private final Cohorts acquired;
    private final CohortCurves curves;
    private final ScoreTable values;
    private final boolean scored;
    private final String openScored;
    private final Economics.Rates rates;
    private final int weeks;
    private final int today;

    Comparison(
            PurchaseHistories histories,
            TenuresKept.Grouped yearly,
            Cohorts acquired,
            CohortCurves curves,
            ScoreTable values,
            boolean scored,
            String openScored,
            Economics.Rates rates,
            int weeks) {
        this.histories = histories;
        this.yearly = yearly;
        this.acquired = acquired;
        this.curves = curves;
        this.values = values;
        this.scored = scored;
        this.openScored = openScored;
        this.rates = rates;
        this.weeks = weeks;
        this.today = yearly.tenures().today();
    }

    /** What they have brought; ahead: as much as in as many weeks before. */
    Way historic() {
        int since = today - weeks * DAYS_A_WEEK;
        double sum = 0;
        int customers = 0;
        for (int row = 0; row < histories.size(); row++) {
            if (acquired.isBuyer(row)) {
                sum += revenue(row, Integer.MIN_VALUE);
                customers++;
            }
        }
        Long each = customers == 0 ? null : (Long) Math.round(rates.margin() * sum / customers);
        Ahead ahead = ahead(row -> rates.margin() * revenue(row, since), everybody());
        return new Way("historic", null, each, null, ahead);
    }

    private String everybody() {
        return yearly.groups().open("all", 0);
    }

    private long revenue(int row, int after) {
        long sum = 0;
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isKnown(i, today) && histories.day(i) > after) {
                sum += histories.amount(i);
            }
        }
        return sum;
    }

    /** Ahead: whoever bought in the last year goes on like the mean, all others bring nothing. */
    Way formula() {
        Retention retention = Retention.of(yearly.tenures());
        if (retention.steps().isEmpty()) {
            return new Way("formula", "second-year", null, null, null);
        }
        Formula formula = formula(retention.overall().share());
        double year = rates.margin() * formula.averageOrder() * formula.ordersYearly();
        double some = year * weeks / WEEKS_A_YEAR;
        double value = year * formula.years();
        return new Way(
                "formula",
                null,
                Double.isFinite(value) ? Math.round(value) : null,
                formula,
                ahead(row -> yearly.groups().isActive(row) ? some : 0, everybody()));
    }

    private Formula formula(double retention) {
        Tenures tenures = yearly.tenures();
        long orders = 0;
        long revenue = 0;
        long years = 0;
        for (int row = 0; row < tenures.size(); row++) {
            for (int year = 1; year <= tenures.complete(row); year++) {
                if (tenures.bought(row, year)) {
                    orders += tenures.orders(row, year);
                    revenue += tenures.revenue(row, year);
                    years++;
                }
            }
        }
        return new Formula(
                Math.round((double) revenue / orders),
                (double) orders / years,
                retention,
                1 / (1 - retention));
    }

    /** Ahead: as customers of the same age went on. */
    Way cohort() {
        List<Point> average = curves.average();
        if (average.isEmpty()) {
            return new Way("cohort", "month", null, null, null);
        }
        int months = Math.max(1, (int) Math.round(weeks * MONTHS_A_WEEK));
        return new Way(
                "cohort",
                null,
                average.getLast().margin(),
                null,
                ahead(
                        row -> curves.ahead(acquired.complete(row), months),
                        CohortSelections.upTo(curves.oldest(months))));
    }

    /**
     * @param says what a way says of a customer, NaN if nothing
     * @param open names those of whom it says something
     */
    private @Nullable Ahead ahead(IntToDoubleFunction says, String open) {
        int figure = values.place("clv");
        int customers = 0;
        double total = 0;
        double model = 0;
        double apart = 0;
        for (int row = 0; row < histories.size(); row++) {
            if (!acquired.isBuyer(row)) {
                continue;
            }
            double value = says.applyAsDouble(row);
            int at = scored ? values.rowOf(histories.customer(row)) : -1;
            if (Double.isNaN(value) || (scored && at < 0)) {
                continue;
            }
            double told = at < 0 ? 0 : values.number(figure, at);
            customers++;
            total += value;
            model += told;
            apart += Math.abs(value - told);
        }
        if (customers == 0) {
            return null;
        }
        return new Ahead(
                customers,
                scored ? openScored + "&" + open : open,
                Math.round(total),
                scored ? Math.round(model) : null,
                scored ? Math.round((total - model) / customers) : null,
                scored ? Math.round(apart / customers) : null);
    }
}
