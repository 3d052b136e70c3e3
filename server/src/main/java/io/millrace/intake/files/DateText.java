package io.millrace.intake.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as people and programs write them: ISO 8601 with or without offset, numbers
 * in any of the three sequences with any separators, {@code 2011年9月1日}, {@code 20110901}, Excel's
 * serial numbers, an AM or PM behind the time.
 */
final class DateText {
    private static final LocalDateTime EXCEL_EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final int NUMBERS = 7;

    private final DateOrder order;
    private final ZoneId zone;
    private String last = "";
    private @Nullable Instant lastRead;

    DateText(DateOrder order, ZoneId zone) {
        this.order = order;
        this.zone = zone;
    }

    /** The instant, or null if the text is no date. */
    @Nullable Instant instant(String text) {
        // Rows of one order have the same time, and stand together as a rule.
        if (!text.equals(last)) {
            last = text;
            lastRead = read(text.strip());
        }
        return lastRead;
    }

    /** The calendar day, or null if the text is no date. */
    @Nullable LocalDate day(String text) {
        LocalDateTime local = local(text.strip());
        return local == null ? null : local.toLocalDate();
    }

    private @Nullable Instant read(String text) {
        int end = text.length();
        boolean offset =
                end > 10
                        && (text.endsWith("Z")
                                || text.endsWith("z")
                                || text.indexOf('+', 10) > 0
                                || text.indexOf('-', 11) > 0);
        if (offset) {
            try {
                return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
        LocalDateTime local = local(text);
        return local == null ? null : local.atZone(zone).toInstant();
    }

    private @Nullable LocalDateTime local(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return serial(text) ? ofSerial(text) : ofNumbers(text);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static boolean serial(String text) {
        int dot = text.indexOf('.');
        int whole = dot < 0 ? text.length() : dot;
        if (whole < 4 || whole > 5 || text.lastIndexOf('.') != dot) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != dot && !digit(text.charAt(i))) {
                return false;
            }
        }
        return whole == 5;
    }

    private static LocalDateTime ofSerial(String text) {
        double days = Double.parseDouble(text);
        return EXCEL_EPOCH.plusDays((long) days).plusSeconds(Math.round((days % 1) * 86_400));
    }

    private @Nullable LocalDateTime ofNumbers(String text) {
        int[] numbers = new int[NUMBERS];
        int[] lengths = new int[NUMBERS];
        int count = numbers(text, numbers, lengths);
        if (count == 1 && (lengths[0] == 8)) {
            int day = numbers[0];
            return LocalDateTime.of(day / 10_000, day / 100 % 100, day % 100, 0, 0);
        }
        if (count < 3) {
            return null;
        }
        LocalDate day = day(numbers, lengths);
        int hour = count > 3 ? hour(numbers[3], text) : 0;
        int nano = count > 6 ? fraction(numbers[6], lengths[6]) : 0;
        return day.atTime(hour, count > 4 ? numbers[4] : 0, count > 5 ? numbers[5] : 0, nano);
    }

    /** Gathers the runs of digits; anything else but a known separator is no date. */
    private static int numbers(String text, int[] numbers, int[] lengths) {
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            if (!digit(text.charAt(i))) {
                if (!separator(text.charAt(i))) {
                    return 0;
                }
                i++;
                continue;
            }
            int from = i;
            while (i < text.length() && digit(text.charAt(i))) {
                i++;
            }
            if (count == NUMBERS || i - from > 9) {
                return 0;
            }
            numbers[count] = Integer.parseInt(text, from, i, 10);
            lengths[count++] = i - from;
        }
        return count;
    }

    private LocalDate day(int[] numbers, int[] lengths) {
        boolean yearFirst = lengths[0] == 4 || (order == DateOrder.YEAR_FIRST && lengths[2] <= 2);
        if (yearFirst) {
            return LocalDate.of(year(numbers[0], lengths[0]), numbers[1], numbers[2]);
        }
        int year = year(numbers[2], lengths[2]);
        return order == DateOrder.MONTH_FIRST
                ? LocalDate.of(year, numbers[0], numbers[1])
                : LocalDate.of(year, numbers[1], numbers[0]);
    }

    private static int year(int number, int length) {
        if (length > 2) {
            return number;
        }
        return number < 70 ? 2000 + number : 1900 + number;
    }

    private static int hour(int hour, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        boolean afternoon = upper.contains("PM") || text.contains("下午");
        boolean morning = upper.contains("AM") || text.contains("上午");
        if (afternoon && hour < 12) {
            return hour + 12;
        }
        return morning && hour == 12 ? 0 : hour;
    }

    private static int fraction(int number, int length) {
        int nano = number;
        for (int i = length; i < 9; i++) {
            nano *= 10;
        }
        return nano / 1_000 * 1_000;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean separator(char c) {
        return "-/.: T,年月日时時分秒点點 上下午AaPpMm\u00A0".indexOf(c) >= 0;
    }
}
