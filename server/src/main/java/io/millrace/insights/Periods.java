package io.millrace.insights;

import io.millrace.kernel.timeline.Micros;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The instants that an overview speaks of, in microseconds: three periods that end at {@code asOf},
 * newest first, and the months before it.
 */
final class Periods {
    static final int NUMBER = 3;
    private static final int MONTHS = 24;

    private final long asOf;
    private final long length;
    private final List<YearMonth> months = new ArrayList<>();
    private final long[] monthStarts = new long[MONTHS];

    Periods(Instant asOf, ZoneId zone, int days) {
        this.asOf = Micros.of(asOf);
        this.length = days * Micros.DAY;
        YearMonth last = YearMonth.from(asOf.atZone(zone));
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = last.minusMonths(MONTHS - 1L - i);
            months.add(month);
            monthStarts[i] = Micros.of(month.atDay(1).atStartOfDay(zone).toInstant());
        }
    }

    long asOf() {
        return asOf;
    }

    /** The end of a period: 0 is the newest. */
    long end(int period) {
        return asOf - period * length;
    }

    /** Which period an instant falls into, or -1 if it is later or earlier than all. */
    int of(long at) {
        long back = asOf - at;
        return back < 0 || back >= NUMBER * length ? -1 : (int) (back / length);
    }

    List<YearMonth> months() {
        return months;
    }

    /** The place of the month of an instant, or -1 if it is before all. */
    int month(long at) {
        int place = Arrays.binarySearch(monthStarts, at);
        return place >= 0 ? place : -place - 2;
    }
}
