package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The calendar of one zone in microseconds. The day of an instant is the last one that has begun,
 * so that days follow each other also where clocks go back across midnight or a day is left out.
 */
final class Calendars {
    private static final int MONDAY = 3;
    private static final long MOST_MONTHS = 120_000;

    final ZoneId zone;

    Calendars(ZoneId zone) {
        this.zone = zone;
    }

    /** When a length that begins at an instant is over. */
    long plus(long at, Length length) {
        return length.isExact() ? at + length.micros() : plusMonths(at, length.asMonths());
    }

    /** When so many units are over, or never. */
    long plus(long at, long amount, Length.Unit unit) {
        if (!unit.isExact()) {
            long months = unit == Length.Unit.YEAR ? amount * 12 : amount;
            return months > MOST_MONTHS ? Verdict.NEVER : plusMonths(at, months);
        }
        long one = new Length(1, unit).micros();
        return amount > (Verdict.NEVER - Math.max(at, 0)) / one ? Verdict.NEVER : at + amount * one;
    }

    /** How many full units lie between two instants. */
    long elapsed(long from, long to, Length.Unit unit) {
        if (unit.isExact()) {
            return (to - from) / new Length(1, unit).micros();
        }
        ChronoUnit chrono = unit == Length.Unit.YEAR ? ChronoUnit.YEARS : ChronoUnit.MONTHS;
        long units = chrono.between(at(from), at(to)) + 1;
        while (units > 0 && plus(from, units, unit) > to) {
            units--;
        }
        return units;
    }

    long minusMonths(long at, int months) {
        return Micros.of(at(at).minusMonths(months).toInstant());
    }

    long day(long at) {
        long day = at(at).toLocalDate().toEpochDay();
        while (startOfDay(day + 1) <= at) {
            day++;
        }
        return day;
    }

    long startOfDay(long day) {
        return Micros.of(LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant());
    }

    LocalDate date(long at) {
        return LocalDate.ofEpochDay(day(at));
    }

    /** The number of the unit that contains an instant. */
    long unit(long at, Window.Calendar.Unit unit) {
        long day = day(at);
        return switch (unit) {
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + MONDAY, 7);
            case MONTH -> months(LocalDate.ofEpochDay(day));
            case YEAR -> LocalDate.ofEpochDay(day).getYear();
        };
    }

    /** When a unit begins. */
    long start(long number, Window.Calendar.Unit unit) {
        return startOfDay(
                switch (unit) {
                    case DAY -> number;
                    case WEEK -> number * 7 - MONDAY;
                    case MONTH ->
                            LocalDate.of(
                                            (int) Math.floorDiv(number, 12),
                                            (int) Math.floorMod(number, 12) + 1,
                                            1)
                                    .toEpochDay();
                    case YEAR -> LocalDate.of((int) number, 1, 1).toEpochDay();
                });
    }

    private long plusMonths(long at, long months) {
        return Micros.of(at(at).plusMonths(months).toInstant());
    }

    private ZonedDateTime at(long at) {
        Instant instant = Micros.toInstant(at);
        return instant.atZone(zone);
    }

    private static long months(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }
}
