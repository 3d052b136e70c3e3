package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.PurchaseHistories;

/**
 * Every buyer's purchases by the periods of their own tenure: period 1 begins with the day of the
 * first purchase that was not cancelled, each further one so many calendar months later. Refunds
 * and cancellations take from the period in which they happen; money that moved before the first
 * purchase counts to period 1, so that all periods sum to the customer's net revenue.
 */
public final class Tenures {
    private final PurchaseHistories histories;
    private final int months;
    private final int today;
    private final FirstDays firsts;
    private final int[] starts;
    private final int[] orders;
    private final long[] revenues;
    private int longest;

    private Tenures(PurchaseHistories histories, int months, int today) {
        this.histories = histories;
        this.months = months;
        this.today = today;
        this.firsts = new FirstDays(histories, today);
        this.starts = new int[histories.size() + 1];
        for (int row = 0; row < histories.size(); row++) {
            int periods = firsts.isBuyer(row) ? firsts.periodOf(row, today, months) : 0;
            starts[row + 1] = starts[row] + periods;
            longest = Math.max(longest, complete(row));
        }
        this.orders = new int[starts[histories.size()]];
        this.revenues = new long[orders.length];
        for (int row = 0; row < histories.size(); row++) {
            fill(row);
        }
    }

    /**
     * @param months in a period: 12, 6 or 3
     * @param today the day that has begun, days since 1970-01-01; a period is over once today is
     *     past its last day
     */
    public static Tenures of(PurchaseHistories histories, int months, int today) {
        if (months < 1) {
            throw new IllegalArgumentException(months + " months");
        }
        return new Tenures(histories, months, today);
    }

    private void fill(int row) {
        if (!firsts.isBuyer(row)) {
            return;
        }
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isKnown(i, today)) {
                int at = starts[row] + Math.max(1, periodOf(row, histories.day(i))) - 1;
                revenues[at] += histories.amount(i);
                orders[at] += histories.isPurchase(i, today) ? 1 : 0;
            }
        }
    }

    /** The number of customers; some may have bought nothing that stood. */
    public int size() {
        return histories.size();
    }

    public PurchaseHistories histories() {
        return histories;
    }

    public int months() {
        return months;
    }

    /** The day that has begun, days since 1970-01-01. */
    public int today() {
        return today;
    }

    /** The most periods that are over for anybody. */
    public int longest() {
        return longest;
    }

    public boolean isBuyer(int row) {
        return firsts.isBuyer(row);
    }

    /** The day of a buyer's first purchase. */
    public int firstDay(int row) {
        return firsts.day(row);
    }

    /** The day of a buyer's last purchase. */
    public int lastDay(int row) {
        for (int i = histories.to(row) - 1; i >= histories.from(row); i--) {
            if (histories.isPurchase(i, today)) {
                return histories.day(i);
            }
        }
        return firsts.day(row);
    }

    /** The period in which a day lies, from 1 on; 0 or less before the buyer's first purchase. */
    public int periodOf(int row, int day) {
        return firsts.periodOf(row, day, months);
    }

    /** How many periods are over for a customer, 0 for who is no buyer. */
    public int complete(int row) {
        return Math.max(0, starts[row + 1] - starts[row] - 1);
    }

    /** Purchases in a period that has begun; 0 in any other. */
    public int orders(int row, int period) {
        return isBegun(row, period) ? orders[starts[row] + period - 1] : 0;
    }

    /** Net revenue in a period that has begun, minor units; 0 in any other. */
    public long revenue(int row, int period) {
        return isBegun(row, period) ? revenues[starts[row] + period - 1] : 0;
    }

    private boolean isBegun(int row, int period) {
        return period >= 1 && period <= starts[row + 1] - starts[row];
    }

    /** True if a period is over and the customer bought in it. */
    public boolean bought(int row, int period) {
        return period <= complete(row) && orders(row, period) > 0;
    }

    /** True if the customer bought in a period and the next one is over too. */
    public boolean canBeKept(int row, int period) {
        return period < complete(row) && orders(row, period) > 0;
    }

    /** True if such a customer bought in the next period as well. */
    public boolean isKept(int row, int period) {
        return canBeKept(row, period) && orders(row, period + 1) > 0;
    }
}
