package io.millrace.kernel.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which facts count by the time at which they happened, seen from t; never those after t. */
public sealed interface Window {
    int MOST_DAYS_AROUND = 180;

    /** Every fact. */
    record Ever() implements Window {}

    /** A fact counts until the length is over: {@code occurredAt <= t < occurredAt + length}. */
    record Last(Length length) implements Window {}

    /** A fact counts once the length is over: {@code occurredAt + length <= t}. */
    record Older(Length length) implements Window {}

    /**
     * Whole units of the calendar in the zone of evaluation, counted from the one that contains t,
     * which is 0; earlier ones are negative. {@code DAY 0 0} is today, {@code DAY -1 -1} yesterday,
     * {@code MONTH -3 -1} the three full months before this one. Weeks begin on Monday.
     *
     * @param first at most {@code last}
     * @param last at most 0
     */
    record Calendar(Unit unit, int first, int last) implements Window {
        /** Units of the calendar. */
        public enum Unit {
            DAY,
            WEEK,
            MONTH,
            YEAR
        }

        public Calendar {
            if (first > last || last > 0 || first < -36_500) {
                throw new IllegalArgumentException("-36500 <= first <= last <= 0");
            }
        }
    }

    /** {@code from <= occurredAt < to}. */
    record Between(Optional<Instant> from, Optional<Instant> to) implements Window {
        public Between {
            from = from.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
            to = to.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** From the beginning of the first day to the end of the last one, in the zone. */
    record Dates(Optional<LocalDate> from, Optional<LocalDate> to) implements Window {}

    /**
     * Strictly after the first or last fact of another selection, and at most so long after it.
     * Without such a fact nothing counts.
     *
     * @param within in exact units
     */
    record Since(Selection fact, Occurrence which, Optional<Length> within) implements Window {
        /** Which of the selected facts begins the window. */
        public enum Occurrence {
            FIRST,
            LAST
        }

        public Since {
            within.ifPresent(Length::checkExact);
        }
    }

    /**
     * The latest period of days around an anniversary of an attribute's date that has begun by t;
     * the clause is unknown where the attribute is not a readable date.
     */
    record AroundAnniversary(String attribute, int daysBefore, int daysAfter) implements Window {
        public AroundAnniversary {
            checkAround(daysBefore, daysAfter);
        }
    }

    Window EVER = new Ever();

    /** The last days of 24 hours. */
    static Window lastDays(int days) {
        return new Last(Length.days(days));
    }

    static void checkAround(int before, int after) {
        if (Math.min(before, after) < 0 || Math.max(before, after) > MOST_DAYS_AROUND) {
            throw new IllegalArgumentException("0 to 180 days around an anniversary");
        }
    }
}
