package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.PurchaseHistories;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Net revenue of acquired customers by full months since their own first purchase, those who never
 * came again counted like all others. A month counts for whom it is wholly over: in a cohort for
 * all its customers, in the mean for as many as have come so far, so that months far out are told
 * by the older ones alone.
 */
public final class Cohorts {
    private final PurchaseHistories histories;
    private final FirstDays firsts;
    private final int today;
    private final int[] complete;
    private final SortedMap<YearMonth, Sum> sums = new TreeMap<>();
    private final long[] revenue;
    private final int[] reached;

    private static final class Sum {
        private final long[] revenue;
        private int customers;

        Sum(int months) {
            revenue = new long[months];
        }
    }

    /**
     * @param month of the first purchase
     * @param revenue of all its customers in each month since, minor units, the first first
     */
    public record Cohort(YearMonth month, int customers, List<Long> revenue) {}

    private Cohorts(PurchaseHistories histories, int today) {
        this.histories = histories;
        this.today = today;
        this.firsts = new FirstDays(histories, today);
        this.complete = new int[histories.size()];
        int longest = 0;
        for (int row = 0; row < complete.length; row++) {
            complete[row] = isBuyer(row) ? firsts.periodOf(row, today, 1) - 1 : 0;
            longest = Math.max(longest, complete[row]);
        }
        this.revenue = new long[longest];
        this.reached = new int[longest];
        for (int row = 0; row < complete.length; row++) {
            if (isBuyer(row)) {
                add(row);
            }
        }
    }

    /**
     * @param today the day that has begun, days since 1970-01-01
     */
    public static Cohorts of(PurchaseHistories histories, int today) {
        return new Cohorts(histories, today);
    }

    private void add(int row) {
        Sum cohort = sums.computeIfAbsent(cohort(row), month -> new Sum(over(month)));
        cohort.customers++;
        for (int month = 0; month < complete[row]; month++) {
            reached[month]++;
        }
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isKnown(i, today)) {
                int month = Math.max(1, firsts.periodOf(row, histories.day(i), 1)) - 1;
                if (month < complete[row]) {
                    revenue[month] += histories.amount(i);
                }
                if (month < cohort.revenue.length) {
                    cohort.revenue[month] += histories.amount(i);
                }
            }
        }
    }

    /** How many months are over for whoever came on the last day of a month. */
    private int over(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return Math.max(0, FirstDays.periodOf(last, LocalDate.ofEpochDay(today), 1) - 1);
    }

    public boolean isBuyer(int row) {
        return firsts.isBuyer(row);
    }

    /** The month of a buyer's first purchase. */
    public YearMonth cohort(int row) {
        return YearMonth.from(LocalDate.ofEpochDay(firsts.day(row)));
    }

    /** How many months since the first purchase are over for a customer. */
    public int complete(int row) {
        return complete[row];
    }

    /** All, the earliest first. */
    public List<Cohort> cohorts() {
        List<Cohort> list = new ArrayList<>();
        sums.forEach((month, sum) -> {
            List<Long> revenues = new ArrayList<>();
            for (long one : sum.revenue) {
                revenues.add(one);
            }
            list.add(new Cohort(month, sum.customers, revenues));
        });
        return list;
    }

    /** How many months are over for anybody. */
    public int months() {
        return reached.length;
    }

    /**
     * For how many a month is over.
     *
     * @param month from 1 on
     */
    public int reached(int month) {
        return reached[month - 1];
    }

    /**
     * Mean revenue in a month of those for whom it is over, minor units.
     *
     * @param month from 1 on
     */
    public double mean(int month) {
        return (double) revenue[month - 1] / reached[month - 1];
    }
}
