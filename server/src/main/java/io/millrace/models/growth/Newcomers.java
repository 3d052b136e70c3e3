package io.millrace.models.growth;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.shared.SortedProfiles;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.function.IntPredicate;

/** Everybody's first purchase, and in which months each bought. */
final class Newcomers {
    private static final int NEVER = Integer.MAX_VALUE;

    private final PurchaseHistories histories;
    private final int today;
    private final int[] first;
    private final int firstDay;
    private final int[] months;

    /**
     * @param today up to whose end purchases count, days since 1970-01-01
     */
    Newcomers(PurchaseHistories histories, int today) {
        this.histories = histories;
        this.today = today;
        this.first = new int[histories.size()];
        int earliest = today;
        for (int row = 0; row < first.length; row++) {
            first[row] = first(row);
            earliest = Math.min(earliest, first[row]);
        }
        this.firstDay = earliest;
        this.months = new int[today - earliest + 1];
        for (int day = 0; day < months.length; day++) {
            months[day] = month(LocalDate.ofEpochDay((long) earliest + day));
        }
    }

    private int first(int row) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isPurchase(i, today)) {
                return histories.day(i);
            }
        }
        return NEVER;
    }

    /** Months since year 0. */
    static int month(LocalDate day) {
        return Math.toIntExact(day.getLong(ChronoField.PROLEPTIC_MONTH));
    }

    int size() {
        return first.length;
    }

    /** The day of anybody's first purchase; today if nobody bought. */
    int firstDay() {
        return firstDay;
    }

    boolean isBuyer(int row) {
        return first[row] != NEVER;
    }

    /** The day of a customer's first purchase. */
    int firstDay(int row) {
        return first[row];
    }

    /** The month of a buyer's first purchase. */
    int cohort(int row) {
        return monthOf(first[row]);
    }

    private int monthOf(int day) {
        return months[day - firstDay];
    }

    /** True if a buyer bought in a month. */
    boolean isActive(int row, int month) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isPurchase(i, today) && monthOf(histories.day(i)) == month) {
                return true;
            }
        }
        return false;
    }

    /** What happens to a buyer, purchase by purchase. */
    @FunctionalInterface
    interface Purchases {
        void at(int day);
    }

    void purchases(int row, Purchases each) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isPurchase(i, today)) {
                each.at(histories.day(i));
            }
        }
    }

    /**
     * Adds a buyer's months to the sums of a cohort; refunds and cancellations take from revenue.
     *
     * @param active customers with a purchase, by months after the first
     * @param revenue change of revenue in each of these months
     */
    void addTo(int row, int[] active, long[] revenue) {
        int cohort = cohort(row);
        int last = -1;
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (!histories.isKnown(i, today) || histories.day(i) < firstDay) {
                continue;
            }
            int after = Math.max(0, monthOf(histories.day(i)) - cohort);
            revenue[after] += histories.amount(i);
            if (histories.isPurchase(i, today) && after != last) {
                active[after]++;
                last = after;
            }
        }
    }

    SortedProfiles where(IntPredicate passes) {
        return SortedProfiles.of(histories, row -> isBuyer(row) && passes.test(row));
    }
}
