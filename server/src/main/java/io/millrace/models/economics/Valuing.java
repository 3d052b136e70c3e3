package io.millrace.models.economics;

import io.millrace.kernel.model.economics.MarginMultiple;
import io.millrace.models.economics.Economics.Lever;
import io.millrace.models.economics.Economics.Point;
import io.millrace.models.economics.Economics.Rates;
import io.millrace.models.economics.Economics.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer is still worth by retention × margin × discount, and what would change it. */
final class Valuing {
    private static final double PERCENT = 0.01;
    private static final int POINTS = 20;
    private static final double MONTHS_A_YEAR = 12;

    private final Rates rates;
    private final double share;
    private final double margin;
    private final long periods;
    private final MarginMultiple multiple;
    private final Groups groups;
    private final int customers;
    private final int fresh;
    private final @Nullable Long acquisitionCost;

    /**
     * @param months in a period
     * @param margin of a customer in a period, minor units
     * @param periods of customers, over which it is the mean
     * @param acquisitionCost minor units; null if it is not known
     */
    Valuing(
            Rates rates,
            int months,
            double margin,
            long periods,
            double retention,
            Groups groups,
            @Nullable Long acquisitionCost) {
        this.rates = rates;
        this.share = months / MONTHS_A_YEAR;
        this.margin = margin;
        this.periods = periods;
        this.groups = groups;
        this.customers = groups.count("active");
        this.fresh = groups.count("fresh");
        this.acquisitionCost = acquisitionCost;
        Integer years = rates.years();
        this.multiple =
                new MarginMultiple(
                        retention,
                        ofPeriod(rates.discountYearly()),
                        ofPeriod(rates.growthYearly()),
                        years == null
                                ? MarginMultiple.NO_END
                                : (int) Math.round(years * MONTHS_A_YEAR / months),
                        rates.atOnce());
    }

    private double ofPeriod(double yearly) {
        return Math.pow(1 + yearly, share) - 1;
    }

    Worth worth() {
        boolean finite = multiple.isFinite();
        double value = margin * multiple.value();
        return new Worth(
                margin,
                periods,
                multiple.retention(),
                multiple.discount(),
                finite ? multiple.value() : null,
                customers,
                groups.open("active", 0),
                finite ? Math.round(value) : null,
                finite ? Math.round(value * customers) : null,
                fresh,
                groups.open("fresh", 0),
                finite ? levers(value) : List.of(),
                curve());
    }

    private List<Lever> levers(double value) {
        List<Lever> levers = new ArrayList<>();
        double r = multiple.retention();
        double more = Math.min(1, r * (1 + PERCENT));
        MarginMultiple kept = multiple.withRetention(more);
        if (kept.isFinite()) {
            double elasticity = multiple.byRetention() * r / multiple.value();
            levers.add(lever("retention", r, more, change(kept), elasticity));
        }
        levers.add(
                lever(
                        "margin",
                        margin,
                        margin * (1 + PERCENT),
                        value * PERCENT,
                        value == 0 ? 0 : 1));
        double d = rates.discountYearly();
        double less = Math.max(0, d - PERCENT);
        MarginMultiple dearer = multiple.withDiscount(ofPeriod(less));
        if (dearer.isFinite()) {
            double slope = share * Math.pow(1 + d, share - 1);
            double elasticity = multiple.byDiscount() * slope * d / multiple.value();
            levers.add(lever("discount", d, less, change(dearer), elasticity));
        }
        levers.sort(Comparator.comparingDouble(lever -> -lever.each()));
        if (acquisitionCost != null) {
            levers.add(acquisition(value, acquisitionCost));
        }
        return levers;
    }

    private double change(MarginMultiple then) {
        return margin * (then.value() - multiple.value());
    }

    private Lever lever(String name, double from, double to, double change, double elasticity) {
        return new Lever(
                name,
                from,
                to,
                Math.round(change),
                Double.isFinite(elasticity) ? elasticity : null,
                customers,
                groups.open("active", 0),
                Math.round(change * customers));
    }

    /** For a new customer, whose first margin is still to come or part of the value already. */
    private Lever acquisition(double value, long cost) {
        double net = (rates.atOnce() ? value : margin + value) - cost;
        return new Lever(
                "acquisition-cost",
                cost,
                cost * (1 - PERCENT),
                Math.round(cost * PERCENT),
                net > 0 ? -cost / net : null,
                fresh,
                groups.open("fresh", 0),
                Math.round(cost * PERCENT * fresh));
    }

    private List<Point> curve() {
        List<Point> curve = new ArrayList<>();
        for (int points = -POINTS; points <= POINTS; points++) {
            double retention = multiple.retention() + points * PERCENT;
            if (retention < 0 || retention > 1) {
                continue;
            }
            MarginMultiple then = multiple.withRetention(retention);
            if (then.isFinite()) {
                double value = margin * then.value();
                curve.add(
                        new Point(
                                points,
                                retention,
                                then.value(),
                                Math.round(value),
                                Math.round(value * customers)));
            }
        }
        return curve;
    }
}
