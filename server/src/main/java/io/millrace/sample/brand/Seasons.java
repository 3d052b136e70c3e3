package io.millrace.sample.brand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * How briskly the brand sells on each day, and the clock that runs faster on brisk days: a buyer
 * who buys at a steady rate on that clock buys with the seasons.
 */
final class Seasons {
    /** China Standard Time; it has no daylight saving. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    static final long DAY = 86_400;

    private static final Map<Integer, LocalDate> SPRING_FESTIVAL =
            Map.ofEntries(
                    Map.entry(2022, LocalDate.of(2022, 2, 1)),
                    Map.entry(2023, LocalDate.of(2023, 1, 22)),
                    Map.entry(2024, LocalDate.of(2024, 2, 10)),
                    Map.entry(2025, LocalDate.of(2025, 1, 29)),
                    Map.entry(2026, LocalDate.of(2026, 2, 17)),
                    Map.entry(2027, LocalDate.of(2027, 2, 6)),
                    Map.entry(2028, LocalDate.of(2028, 1, 26)),
                    Map.entry(2029, LocalDate.of(2029, 2, 13)),
                    Map.entry(2030, LocalDate.of(2030, 2, 3)),
                    Map.entry(2031, LocalDate.of(2031, 1, 23)),
                    Map.entry(2032, LocalDate.of(2032, 2, 11)));

    private final long start;
    private final double[] cumulated;

    /**
     * @param start epoch seconds of a midnight in {@link #ZONE}
     * @param days how many days from there
     * @param bustle what else multiplies a day, given its midnight in epoch seconds
     */
    Seasons(long start, int days, LongToDoubleFunction bustle) {
        this.start = start;
        this.cumulated = new double[days + 1];
        for (int day = 0; day < days; day++) {
            LocalDate date = LocalDate.ofEpochDay((start + ZONE.getTotalSeconds()) / DAY + day);
            cumulated[day + 1] =
                    cumulated[day] + factor(date) * bustle.applyAsDouble(start + day * DAY);
        }
    }

    /** What the season's clock shows at an instant, in average days. */
    double clockAt(long epochSecond) {
        double position = (double) (epochSecond - start) / DAY;
        int day = Math.clamp((long) position, 0, cumulated.length - 2);
        return cumulated[day] + (position - day) * (cumulated[day + 1] - cumulated[day]);
    }

    /** The instant at which the clock shows this; after the last day if it never does. */
    long instantAt(double clock) {
        int at = Arrays.binarySearch(cumulated, clock);
        int day = at >= 0 ? at : -at - 2;
        if (day >= cumulated.length - 1) {
            return start + (cumulated.length) * DAY;
        }
        double part = (clock - cumulated[day]) / (cumulated[day + 1] - cumulated[day]);
        return start + day * DAY + (long) (part * DAY);
    }

    /** What the clock shows at the very end. */
    double end() {
        return cumulated[cumulated.length - 1];
    }

    /** The share of the list price that is paid on a day: 1, or less in a promotion. */
    static double priceShare(long epochSecond) {
        MonthDay day = MonthDay.from(date(epochSecond));
        if (within(day, 6, 1, 18) || within(day, 11, 1, 11)) {
            return 0.82;
        }
        return within(day, 12, 10, 12) || within(day, 3, 6, 8) ? 0.88 : 1;
    }

    static LocalDate date(long epochSecond) {
        return LocalDate.ofEpochDay(Math.floorDiv(epochSecond + ZONE.getTotalSeconds(), DAY));
    }

    /** 1 on an ordinary day. */
    static double factor(LocalDate date) {
        double weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY
                        ? 1.3
                        : 1;
        return weekend * festival(MonthDay.from(date)) * newYear(date);
    }

    private static double festival(MonthDay day) {
        if (day.equals(MonthDay.of(11, 11))) {
            return 9;
        }
        if (within(day, 6, 16, 18)) {
            return 4;
        }
        if (within(day, 12, 10, 12)) {
            return 2.6;
        }
        if (within(day, 11, 1, 10) || within(day, 6, 1, 15) || within(day, 3, 6, 8)) {
            return 1.6;
        }
        return within(day, 11, 12, 24) || within(day, 6, 19, 30) ? 0.7 : 1;
    }

    /** Gifts before the Spring Festival, quiet while everybody is at home. */
    private static double newYear(LocalDate date) {
        LocalDate festival =
                SPRING_FESTIVAL.getOrDefault(date.getYear(), LocalDate.of(date.getYear(), 2, 5));
        long days = ChronoUnit.DAYS.between(date, festival);
        if (days > 2 && days <= 21) {
            return 1.7;
        }
        return days <= 2 && days >= -7 ? 0.45 : 1;
    }

    private static boolean within(MonthDay day, int month, int from, int to) {
        return day.getMonthValue() == month
                && day.getDayOfMonth() >= from
                && day.getDayOfMonth() <= to;
    }
}
