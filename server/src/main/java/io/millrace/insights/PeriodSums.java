package io.millrace.insights;

import java.util.HashMap;
import java.util.Map;

/** Sums over all known customers; arrays of periods are newest first. */
final class PeriodSums {
    final long[] revenue = new long[Periods.NUMBER];
    final long[] orders = new long[Periods.NUMBER];
    final long[] ordersWithCost = new long[Periods.NUMBER];
    final long[] refunds = new long[Periods.NUMBER];

    /** Orders whose money counts nothing because its currency has no rate. */
    final long[] unrated = new long[Periods.NUMBER];

    final long[] cost = new long[Periods.NUMBER];
    final long[] monthRevenue;
    final long[] monthOrders;
    final long[] monthRefunds;

    /** By the code of the sku, in the newest period. */
    final Map<Integer, Tally> products = new HashMap<>();

    /** By the code of the channel, in the newest period. */
    final Map<Integer, Tally> channels = new HashMap<>();

    /** Money and a number of things. */
    static final class Tally {
        long revenue;
        long number;
    }

    PeriodSums(int months) {
        this.monthRevenue = new long[months];
        this.monthOrders = new long[months];
        this.monthRefunds = new long[months];
    }

    static void add(Map<Integer, Tally> to, int code, long revenue, long number) {
        Tally tally = to.computeIfAbsent(code, _ -> new Tally());
        tally.revenue += revenue;
        tally.number += number;
    }

    void add(PeriodSums other) {
        add(revenue, other.revenue);
        add(orders, other.orders);
        add(ordersWithCost, other.ordersWithCost);
        add(refunds, other.refunds);
        add(unrated, other.unrated);
        add(cost, other.cost);
        add(monthRevenue, other.monthRevenue);
        add(monthOrders, other.monthOrders);
        add(monthRefunds, other.monthRefunds);
        other.products.forEach((code, tally) -> add(products, code, tally.revenue, tally.number));
        other.channels.forEach((code, tally) -> add(channels, code, tally.revenue, tally.number));
    }

    private static void add(long[] to, long[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }
}
