package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Micros;

/**
 * A length of time.
 *
 * @param amount at least 1, at most a hundred years
 */
public record Length(int amount, Unit unit) {
    /**
     * Minutes to weeks are exact: a day is 24 hours, whatever the clocks do. Months and years are
     * the calendar's in the zone of evaluation: a month after 31 January 10:00 is the last day of
     * February 10:00.
     */
    public enum Unit {
        MINUTE(Micros.DAY / 1_440, 52_560_000),
        HOUR(Micros.DAY / 24, 876_000),
        DAY(Micros.DAY, 36_500),
        WEEK(7 * Micros.DAY, 5_200),
        MONTH(0, 1_200),
        YEAR(0, 100);

        private final long micros;
        private final int most;

        Unit(long micros, int most) {
            this.micros = micros;
            this.most = most;
        }

        public boolean isExact() {
            return micros > 0;
        }

        /** The greatest amount of this unit. */
        public int most() {
            return most;
        }
    }

    public Length {
        if (amount < 1 || amount > unit.most) {
            throw new IllegalArgumentException(
                    "a length of " + unit + " is 1 to " + unit.most + ": " + amount);
        }
    }

    public static Length days(int amount) {
        return new Length(amount, Unit.DAY);
    }

    public static Length months(int amount) {
        return new Length(amount, Unit.MONTH);
    }

    public boolean isExact() {
        return unit.isExact();
    }

    /** Of an exact length. */
    public long micros() {
        checkExact();
        return amount * unit.micros;
    }

    /** The calendar months of a length that is not exact. */
    public int asMonths() {
        return unit == Unit.YEAR ? amount * 12 : amount;
    }

    void checkExact() {
        if (!isExact()) {
            throw new IllegalArgumentException("minutes, hours, days or weeks: " + unit);
        }
    }
}
