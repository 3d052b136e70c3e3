package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unequally value is spread over customers: Lorenz curve, Gini coefficient, the share of the
 * best x percent, the customers that make a share, and the pyramid.
 *
 * <p>Customers whose net value is negative (more refunded than bought) stay in: they stand at the
 * end of the curve, which then rises above 1 before it comes back, and the Gini coefficient may
 * exceed 1. Equal customers are ordered by id. Sources: Lorenz 1905; Gini 1912.
 */
public final class Pareto {
    /** What is spread. */
    public enum Measure {
        REVENUE,
        PROFIT
    }

    /**
     * A point of the curve, best customers first.
     *
     * @param customers the fraction of customers, 0 to 1
     * @param share their fraction of the sum; above 1 where others are negative
     */
    public record Point(double customers, double share) {}

    /**
     * A tier of the pyramid; its customers have the ranks from {@code firstRank} on.
     *
     * @param number 1 is the top
     * @param percent of the customers
     * @param amount minor units
     * @param share of the sum; NaN if the sum is not positive
     */
    public record Tier(
            int number, double percent, int firstRank, int customers, long amount, double share) {}

    /** 1, 4, 15, 30 and 50 percent. */
    public static final List<Double> DEFAULT_TIERS = List.of(1.0, 4.0, 15.0, 30.0, 50.0);

    private static final int STEPS = 200;

    private final int[] rows;
    private final long[] amounts;

    /** {@code amounts[k]} is what the best k customers come to. */
    private Pareto(int[] rows, long[] amounts) {
        this.rows = rows;
        this.amounts = amounts;
    }

    /** For profit, only customers whose profit is known are in it. */
    public static Pareto of(RfmTable table, Measure measure) {
        int[] included = new int[table.size()];
        long[] values = new long[table.size()];
        int size = 0;
        for (int row = 0; row < table.size(); row++) {
            if (measure == Measure.REVENUE || table.profitKnown(row)) {
                included[size] = row;
                values[size] = measure == Measure.REVENUE ? table.monetary(row) : table.profit(row);
                size++;
            }
        }
        values = Arrays.copyOf(values, size);
        int[] order = DescendingRows.order(values);
        int[] rows = new int[size];
        long[] amounts = new long[size + 1];
        for (int rank = 0; rank < size; rank++) {
            rows[rank] = included[order[rank]];
            amounts[rank + 1] = amounts[rank] + values[order[rank]];
        }
        return new Pareto(rows, amounts);
    }

    /** The number of customers; for profit, only those whose profit is known. */
    public int customers() {
        return rows.length;
    }

    /** The sum over all of them, minor units. */
    public long amount() {
        return amounts[rows.length];
    }

    /**
     * The curve at 0, 0.5, 1 … 100 percent of the customers, straight between two customers: 201
     * points, or none if the sum is not positive.
     */
    public List<Point> curve() {
        if (amount() <= 0) {
            return List.of();
        }
        List<Point> points = new ArrayList<>(STEPS + 1);
        for (int step = 0; step <= STEPS; step++) {
            long scaled = (long) rows.length * step;
            int whole = (int) (scaled / STEPS);
            double part = (double) (scaled % STEPS) / STEPS;
            double amount = amounts[whole];
            if (part > 0) {
                amount += part * (amounts[whole + 1] - amounts[whole]);
            }
            points.add(new Point((double) step / STEPS, amount / amount()));
        }
        return points;
    }

    /** 0 (all equal) to 1; NaN if the sum is not positive; above 1 with many negatives. */
    public double gini() {
        if (amount() <= 0) {
            return Double.NaN;
        }
        double under = 0;
        for (int rank = 1; rank <= rows.length; rank++) {
            under += (double) amounts[rank - 1] + amounts[rank];
        }
        return under / ((double) amount() * rows.length) - 1;
    }

    /** How many customers are the best {@code percent} (0 to 100) of all, rounded up. */
    public int customersInTop(double percent) {
        return (int) Math.min(rows.length, Math.ceil(percent * rows.length / 100 - 1e-9));
    }

    /** What the best {@code customers} come to, minor units. */
    public long amountOfTop(int customers) {
        return amounts[customers];
    }

    /** The fewest customers that make at least this fraction (0 to 1) of a positive sum, else 0. */
    public int customersFor(double share) {
        if (amount() <= 0) {
            return 0;
        }
        double wanted = share * amount();
        int customers = 0;
        while (customers < rows.length && amounts[customers] < wanted) {
            customers++;
        }
        return customers;
    }

    /** Tiers from the top; if {@code percents} do not reach 100, the rest is one more tier. */
    public List<Tier> pyramid(List<Double> percents) {
        List<Tier> tiers = new ArrayList<>();
        double until = 0;
        int from = 0;
        for (double percent : percents) {
            until += percent;
            int to = Math.max(from, customersInTop(until));
            tiers.add(tier(tiers.size() + 1, percent, from, to));
            from = to;
        }
        if (from < rows.length) {
            tiers.add(tier(tiers.size() + 1, 100 - until, from, rows.length));
        }
        return tiers;
    }

    /** The table's row of the customer with this rank, 0 the best; ties by customer id. */
    public int row(int rank) {
        return rows[rank];
    }

    private Tier tier(int number, double percent, int from, int to) {
        long amount = amounts[to] - amounts[from];
        double share = amount() > 0 ? (double) amount / amount() : Double.NaN;
        return new Tier(number, percent, from, to - from, amount, share);
    }
}
