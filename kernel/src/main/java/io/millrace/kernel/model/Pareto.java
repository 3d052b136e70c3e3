package io.millrace.kernel.model;

import java.util.List;

/**
 * How unequally value is spread over customers: Lorenz curve, Gini coefficient, the share of the
 * best x percent, the customers that make a share, and the pyramid.
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
     * A tier of the pyramid.
     *
     * @param percent of the customers
     * @param amount minor units
     * @param share of the sum
     */
    public record Tier(int number, double percent, int customers, long amount, double share) {}

    private Pareto() {}

    public static Pareto of(RfmTable table, Measure measure) {
        throw new IllegalStateException("not yet");
    }

    /** The number of customers; for profit, only those whose profit is known. */
    public int customers() {
        throw new IllegalStateException("not yet");
    }

    /** The sum over all of them, minor units. */
    public long amount() {
        throw new IllegalStateException("not yet");
    }

    /** The curve at 0, 0.5, 1 … 100 percent of the customers: 201 points. */
    public List<Point> curve() {
        throw new IllegalStateException("not yet");
    }

    /** 0 (all equal) to 1; NaN if the sum is not positive; above 1 with many negatives. */
    public double gini() {
        throw new IllegalStateException("not yet");
    }

    /** How many customers are the best {@code percent} of all. */
    public int customersInTop(double percent) {
        throw new IllegalStateException("not yet");
    }

    /** What the best {@code customers} come to, minor units. */
    public long amountOfTop(int customers) {
        throw new IllegalStateException("not yet");
    }

    /** The fewest customers that make at least this fraction (0 to 1) of the sum. */
    public int customersFor(double share) {
        throw new IllegalStateException("not yet");
    }

    /** Tiers from the top; {@code percents} add up to 100 (a missing rest is the last tier). */
    public List<Tier> pyramid(List<Double> percents) {
        throw new IllegalStateException("not yet");
    }

    /** The table's row of the customer with this rank, 0 the best; ties by customer id. */
    public int row(int rank) {
        throw new IllegalStateException("not yet");
    }
}
