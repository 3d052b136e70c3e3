package io.millrace.intake.files;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which sequence of day and month a column's dates speak for. A number over twelve decides; else
 * dates that would lie in the future speak against a reading; else the reading under which the file
 * runs forward in time is believed, if it clearly does.
 */
final class DateEvidence {
    private static final int CLEARLY = 4;

    private final Instant now;
    private final Reading dayFirst = new Reading(DateOrder.DAY_FIRST);
    private final Reading monthFirst = new Reading(DateOrder.MONTH_FIRST);
    private final Reading yearFirst = new Reading(DateOrder.YEAR_FIRST);
    private String last = "";
    private long distinct;
    private long numbers;

    DateEvidence(Instant now) {
        this.now = now;
    }

    /**
     * @param ambiguous true if both readings of day and month are possible, and the choice is a
     *     guess
     */
    record Found(DateOrder order, boolean ambiguous) {}

    void add(String text) {
        if (text.isBlank() || text.equals(last)) {
            return;
        }
        last = text;
        distinct++;
        numbers += number(text) ? 1 : 0;
        dayFirst.add(text);
        monthFirst.add(text);
        yearFirst.add(text);
    }

    private static boolean number(String text) {
        return text.strip().chars().allMatch(c -> DateText.digit((char) c) || c == '.');
    }

    /** True if nearly all of the values are dates, and not merely numbers that could be some. */
    boolean dates() {
        if (numbers == distinct) {
            return false;
        }
        long read = Math.max(yearFirst.read, Math.max(dayFirst.read, monthFirst.read));
        return distinct > 0 && read * 10 >= distinct * 9;
    }

    Found found() {
        if (dayFirst.same(monthFirst)) {
            return new Found(DateOrder.YEAR_FIRST, false);
        }
        if (yearFirst.read > Math.max(dayFirst.read, monthFirst.read)) {
            return new Found(DateOrder.YEAR_FIRST, false);
        }
        if (dayFirst.read != monthFirst.read) {
            return new Found(
                    dayFirst.read > monthFirst.read ? dayFirst.order : monthFirst.order, false);
        }
        if (dayFirst.future != monthFirst.future) {
            return new Found(
                    dayFirst.future < monthFirst.future ? dayFirst.order : monthFirst.order, false);
        }
        if (dayFirst.backward > monthFirst.backward * CLEARLY + CLEARLY) {
            return new Found(DateOrder.MONTH_FIRST, true);
        }
        return new Found(DateOrder.DAY_FIRST, true);
    }

    /** The dates under one reading. */
    private final class Reading {
        private final DateOrder order;
        private final DateText dates;
        private long read;
        private long future;
        private long backward;
        private long sum;
        private @Nullable Instant before;

        Reading(DateOrder order) {
            this.order = order;
            this.dates = new DateText(order, ZoneOffset.UTC);
        }

        void add(String text) {
            Instant at = dates.instant(text);
            if (at == null) {
                return;
            }
            read++;
            sum += at.getEpochSecond();
            future += at.isAfter(now) ? 1 : 0;
            backward += before != null && at.isBefore(before) ? 1 : 0;
            before = at;
        }

        /** True if day and month never stood in doubt: both readings gave the same instants. */
        boolean same(Reading other) {
            return read == other.read && sum == other.sum && backward == other.backward;
        }
    }
}
