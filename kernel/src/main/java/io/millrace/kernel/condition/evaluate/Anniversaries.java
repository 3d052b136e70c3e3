package io.millrace.kernel.condition.evaluate;

import java.time.LocalDate;

/** Periods of days around the anniversaries of a date, from its first birthday on. */
record Anniversaries(int before, int after, Calendars calendars) {
    /**
     * The latest period that has begun.
     *
     * @param to the instant after it
     * @param next when the following one begins
     */
    record Period(long from, long to, long next) {
        static final Period NONE = new Period(Verdict.NEVER, Verdict.NEVER, Verdict.NEVER);
    }

    Period period(long epochDay, long asOf) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int latest = Math.max(calendars.date(asOf).getYear() + 1, date.getYear() + 1);
        long next = start(date, latest + 1);
        for (int year = latest; year > date.getYear() && year > latest - 4; year--) {
            long start = start(date, year);
            if (start <= asOf) {
                return new Period(start, end(date, year), next);
            }
            next = start;
        }
        return new Period(Verdict.NEVER, Verdict.NEVER, next);
    }

    private long start(LocalDate date, int year) {
        return calendars.startOfDay(date.withYear(year).toEpochDay() - before);
    }

    private long end(LocalDate date, int year) {
        return calendars.startOfDay(date.withYear(year).toEpochDay() + after + 1);
    }
}
