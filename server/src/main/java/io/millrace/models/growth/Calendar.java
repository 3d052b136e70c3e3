package io.millrace.models.growth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Weeks and months that follow one another. */
record Calendar(Growth.Every every, LocalDate origin) {
    /** Period 0 is the one that holds this day. */
    static Calendar from(Growth.Every every, LocalDate day) {
        return new Calendar(
                every,
                switch (every) {
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> day.withDayOfMonth(1);
                });
    }

    LocalDate start(int period) {
        return switch (every) {
            case WEEK -> origin.plusWeeks(period);
            case MONTH -> origin.plusMonths(period);
        };
    }

    /** Inclusive. */
    LocalDate end(int period) {
        return start(period + 1).minusDays(1);
    }

    int periodOf(LocalDate day) {
        return switch (every) {
            case WEEK -> Math.toIntExact(Math.floorDiv(day.toEpochDay() - origin.toEpochDay(), 7));
            case MONTH -> Newcomers.month(day) - Newcomers.month(origin);
        };
    }
}
