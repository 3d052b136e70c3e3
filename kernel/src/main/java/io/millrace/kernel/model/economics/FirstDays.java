package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.PurchaseHistories;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** The day of everybody's first purchase that stands, and the periods that follow it. */
final class FirstDays {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int[] days;

    FirstDays(PurchaseHistories histories, int today) {
        this.days = new int[histories.size()];
        for (int row = 0; row < days.length; row++) {
            days[row] = first(histories, row, today);
        }
    }

    private static int first(PurchaseHistories histories, int row, int today) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isPurchase(i, today)) {
                return histories.day(i);
            }
        }
        return NEVER;
    }

    boolean isBuyer(int row) {
        return days[row] != NEVER;
    }

    int day(int row) {
        return days[row];
    }

    /** The period in which a day lies, from 1 on; 0 or less before the buyer's first purchase. */
    int periodOf(int row, int day, int months) {
        return periodOf(LocalDate.ofEpochDay(days[row]), LocalDate.ofEpochDay(day), months);
    }

    static int periodOf(LocalDate first, LocalDate then, int months) {
        int apart =
                Math.toIntExact(
                        then.getLong(ChronoField.PROLEPTIC_MONTH)
                                - first.getLong(ChronoField.PROLEPTIC_MONTH));
        int periods = Math.floorDiv(apart, months);
        return first.plusMonths((long) periods * months).isAfter(then) ? periods : periods + 1;
    }
}
