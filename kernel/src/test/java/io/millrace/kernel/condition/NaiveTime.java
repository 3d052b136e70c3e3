package io.millrace.kernel.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Windows, lengths and anniversaries, written from docs/conditions.md. */
record NaiveTime(ZoneId zone) {
    /** From the start of the first day to the start of the day after the last. */
    record Days(LocalDate first, LocalDate last) {}

    Instant plus(Instant at, Length length) {
        return plus(at, length.amount(), length.unit());
    }

    Instant plus(Instant at, long amount, Length.Unit unit) {
        ZonedDateTime local = at.atZone(zone);
        return switch (unit) {
            case MINUTE -> at.plus(Duration.ofMinutes(amount));
            case HOUR -> at.plus(Duration.ofHours(amount));
            case DAY -> at.plus(Duration.ofHours(24 * amount));
            case WEEK -> at.plus(Duration.ofHours(7 * 24 * amount));
            case MONTH -> local.plusMonths(amount).toInstant();
            case YEAR -> local.plusMonths(12 * amount).toInstant();
        };
    }

    long elapsed(Instant from, Instant to, Length.Unit unit) {
        if (unit == Length.Unit.MONTH || unit == Length.Unit.YEAR) {
            long units = 0;
            while (!plus(from, units + 1, unit).isAfter(to)) {
                units++;
            }
            return units;
        }
        return Duration.between(from, to).dividedBy(Duration.between(from, plus(from, 1, unit)));
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The last day that has begun. */
    LocalDate day(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        while (!start(day.plusDays(1)).isAfter(at)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Windows that need nothing but the fact's instant. */
    boolean inside(Window window, Instant at, Instant now) {
        return switch (window) {
            case Window.Ever _ -> true;
            case Window.Last(Length length) -> now.isBefore(plus(at, length));
            case Window.Older(Length length) -> !now.isBefore(plus(at, length));
            case Window.Between it ->
                    it.from().map(from -> !at.isBefore(from)).orElse(true)
                            && it.to().map(at::isBefore).orElse(true);
            case Window.Dates it ->
                    it.from().map(from -> !at.isBefore(start(from))).orElse(true)
                            && it.to().map(to -> at.isBefore(start(to.plusDays(1)))).orElse(true);
            case Window.Calendar it -> {
                Days days = days(it, day(now));
                yield within(days, day(at));
            }
            default -> throw new IllegalArgumentException("needs more: " + window);
        };
    }

    private static Days days(Window.Calendar window, LocalDate today) {
        return switch (window.unit()) {
            case DAY -> new Days(today.plusDays(window.first()), today.plusDays(window.last()));
            case WEEK -> {
                LocalDate monday =
                        today.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
                yield new Days(
                        monday.plusWeeks(window.first()),
                        monday.plusWeeks(window.last()).plusDays(6));
            }
            case MONTH ->
                    new Days(
                            today.withDayOfMonth(1).plusMonths(window.first()),
                            today.withDayOfMonth(1).plusMonths(window.last() + 1L).minusDays(1));
            case YEAR ->
                    new Days(
                            today.withDayOfYear(1).plusYears(window.first()),
                            today.withDayOfYear(1).plusYears(window.last() + 1L).minusDays(1));
        };
    }

    static boolean within(Days days, LocalDate day) {
        return !day.isBefore(days.first()) && !day.isAfter(days.last());
    }

    /** The days around the latest anniversary whose days have begun. */
    Optional<Days> around(LocalDate date, int before, int after, LocalDate today) {
        Optional<Days> latest = Optional.empty();
        for (int year = date.getYear() + 1; year <= today.getYear() + 1; year++) {
            LocalDate anniversary = date.withYear(year);
            Days days = new Days(anniversary.minusDays(before), anniversary.plusDays(after));
            if (!days.first().isAfter(today)) {
                latest = Optional.of(days);
            }
        }
        return latest;
    }
}
