package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.shared.Label;
import java.util.Arrays;
import java.util.List;

/**
 * What was known of each customer at the end of a day, as numbers for a model of leaving. Nothing
 * that happened later is looked at.
 */
final class ChurnFeatures {
    /** The names of the columns, and how a reason is told. */
    static final List<Figure.Word> NAMES =
            List.of(
                    word("recency", "days since the last purchase", "距上次购买的天数"),
                    word("frequency", "number of purchases", "购买次数"),
                    word("tenure", "time as a customer", "成为客户的时间"),
                    word("overdue", "overdue by the customer's own rhythm", "超出自身购买节奏"),
                    word("recent", "purchases lately", "近期购买次数"),
                    word("before", "purchases in the time before", "前一时期购买次数"),
                    word("order-value", "size of an order", "客单价"));

    /** One mean gap of everybody counts beside a customer's own gaps. */
    private static final double GAPS_LENT = 1;

    private final PurchaseHistories histories;
    private final int day;
    private final int window;
    private final double gap;

    /**
     * @param day up to whose end facts are known
     * @param window length of the times that are counted, in days
     */
    ChurnFeatures(PurchaseHistories histories, int day, int window) {
        this.histories = histories;
        this.day = day;
        this.window = window;
        this.gap = Arrays.stream(gaps(histories, day)).average().orElse(window);
    }

    /** Mean days between purchases over all customers, as far as they were known. */
    double gap() {
        return gap;
    }

    /**
     * One customer's.
     *
     * @param columns in the order of {@link #NAMES}
     * @param overdue days since the last purchase over the gap that is usual for the customer
     */
    record Row(double[] columns, double overdue) {
        Row {
            columns = columns.clone();
        }

        @Override
        public double[] columns() {
            return columns.clone();
        }
    }

    /** True if the customer had bought by the day. */
    boolean isBuyer(int row) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isPurchase(i, day)) {
                return true;
            }
        }
        return false;
    }

    /** True if no purchase came within the window after the day. */
    boolean left(int row) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.day(i) > day && histories.isPurchase(i, day + window)) {
                return false;
            }
        }
        return true;
    }

    /** Of a buyer. */
    Row of(int row) {
        int purchases = 0;
        int recent = 0;
        int before = 0;
        int first = 0;
        int last = Integer.MIN_VALUE;
        int orders = 0;
        double money = 0;
        for (int i = histories.from(row); i < histories.to(row); i++) {
            int at = histories.day(i);
            if (!histories.isPurchase(i, day)) {
                continue;
            }
            orders++;
            money += histories.amount(i);
            if (at == last) {
                continue;
            }
            first = purchases++ == 0 ? at : first;
            last = at;
            recent += at > day - window ? 1 : 0;
            before += at <= day - window && at > day - 2 * window ? 1 : 0;
        }
        double usual = (last - first + GAPS_LENT * gap) / (purchases - 1 + GAPS_LENT);
        double overdue = (day - last) / Math.max(1, usual);
        return new Row(
                new double[] {
                    Math.log1p(day - last),
                    Math.log(purchases),
                    Math.log1p(day - first),
                    Math.log(overdue + 0.1),
                    Math.log1p(recent),
                    Math.log1p(before),
                    Math.log1p(Math.max(0, money / orders))
                },
                overdue);
    }

    /** The days between purchases of all customers up to a day, ascending. */
    static int[] gaps(PurchaseHistories histories, int day) {
        int[] gaps = new int[64];
        int size = 0;
        for (int row = 0; row < histories.size(); row++) {
            int last = Integer.MIN_VALUE;
            for (int i = histories.from(row); i < histories.to(row); i++) {
                int at = histories.day(i);
                if (!histories.isPurchase(i, day) || at == last) {
                    continue;
                }
                if (last != Integer.MIN_VALUE) {
                    gaps = size == gaps.length ? Arrays.copyOf(gaps, size * 2) : gaps;
                    gaps[size++] = at - last;
                }
                last = at;
            }
        }
        int[] sorted = Arrays.copyOf(gaps, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static Figure.Word word(String key, String english, String chinese) {
        return new Figure.Word(key, new Label(english, chinese));
    }
}
