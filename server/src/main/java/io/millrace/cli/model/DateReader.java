package io.millrace.cli.model;

import io.millrace.cli.Misuse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates with or without a time as seconds since 1970, on the clock on which they were
 * written. With a pattern exactly that; without one whatever can be seen: 2024-01-31, 20240131,
 * 2024/1/31 13:05, 31.1.2024, 31 Jan 2024, 2024年1月31日, seconds or milliseconds since 1970.
 */
final class DateReader {
    static final long UNREADABLE = Long.MIN_VALUE;

    private final @Nullable DateTimeFormatter pattern;
    private final boolean dayFirst;
    private String lastText = "";
    private long lastValue = UNREADABLE;

    private DateReader(@Nullable DateTimeFormatter pattern, boolean dayFirst) {
        this.pattern = pattern;
        this.dayFirst = dayFirst;
    }

    static DateReader seen(boolean dayFirst) {
        return new DateReader(null, dayFirst);
    }

    /** A Java pattern, or one with percent signs as strftime has; letters in the common case. */
    static DateReader written(String format) throws Misuse {
        String java = format.contains("%") ? fromPercent(format) : friendly(format);
        try {
            return new DateReader(
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(java)
                            .toFormatter(Locale.ENGLISH),
                    false);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse("--date-format " + format + ": " + wrong.getMessage());
        }
    }

    long seconds(String text) {
        if (text.equals(lastText)) {
            return lastValue;
        }
        lastText = text;
        lastValue = pattern == null ? seen(text.strip()) : byPattern(pattern, text.strip());
        return lastValue;
    }

    private static long byPattern(DateTimeFormatter pattern, String text) {
        try {
            TemporalAccessor parsed = pattern.parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)
                    && parsed.query(TemporalQueries.localDate()) == null) {
                return parsed.getLong(ChronoField.INSTANT_SECONDS);
            }
            LocalTime time = parsed.query(TemporalQueries.localTime());
            return LocalDate.from(parsed)
                    .atTime(time == null ? LocalTime.MIDNIGHT : time)
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return UNREADABLE;
        }
    }

    private long seen(String text) {
        DateText scanned = DateText.scan(text);
        return scanned == null ? UNREADABLE : scanned.seconds(dayFirst);
    }

    private static String friendly(String format) {
        String java = format.replace("YYYY", "yyyy").replace("DD", "dd");
        boolean minutesMeantMonths =
                java.contains("mm") && !java.contains("M") && !java.matches("(?i).*h.*");
        return minutesMeantMonths ? java.replace("mm", "MM") : java;
    }

    private static String fromPercent(String format) throws Misuse {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                java.append(Character.isLetter(c) ? "'" + c + "'" : c == '\'' ? "''" : c);
                continue;
            }
            char field = format.charAt(++i);
            java.append(
                    switch (field) {
                        case 'Y' -> "yyyy";
                        case 'y' -> "yy";
                        case 'm' -> "M";
                        case 'd', 'e' -> "d";
                        case 'H' -> "H";
                        case 'I' -> "h";
                        case 'M' -> "m";
                        case 'S' -> "s";
                        case 'p' -> "a";
                        case 'b', 'h' -> "MMM";
                        case 'B' -> "MMMM";
                        case 'F' -> "yyyy-M-d";
                        case 'T' -> "H:m:s";
                        case 'z' -> "XX";
                        default -> throw new Misuse("--date-format: %" + field + " is not known");
                    });
        }
        String found = java.toString();
        return found.equals("yyyyMd") ? "yyyyMMdd" : found;
    }
}
