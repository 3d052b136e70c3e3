package io.millrace.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** ISO 8601 instants as clients write them, to microseconds. */
final class Timestamps {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);

    /** The instant, or null if the text is none between 1900 and 9999. */
    static @Nullable Instant parse(String text) {
        Instant quick = utc(text);
        if (quick != null) {
            return quick;
        }
        try {
            Instant instant = lenient(text).truncatedTo(ChronoUnit.MICROS);
            return instant.isBefore(FIRST) || text.startsWith("+") ? null : instant;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** What the client's clock said, put right by how far that clock was off when it sent. */
    static Instant corrected(Instant original, @Nullable Instant sentAt, Instant receivedAt) {
        if (sentAt == null) {
            return original;
        }
        return receivedAt.minus(Duration.between(original, sentAt)).truncatedTo(ChronoUnit.MICROS);
    }

    static boolean tooFarAhead(Instant occurredAt, Instant receivedAt) {
        return occurredAt.isAfter(receivedAt.plus(AHEAD));
    }

    private static Instant lenient(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The one form that nearly every client sends: {@code 2026-01-31T23:59:59.123Z}. */
    private static @Nullable Instant utc(String text) {
        int length = text.length();
        if (length < 20 || length > 27 || text.charAt(length - 1) != 'Z' || !punctuated(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int second = digits(text, 17, 19);
        int clock = digits(text, 11, 13) * 3600 + digits(text, 14, 16) * 60 + second;
        int fraction = length == 20 ? 0 : micros(text, length - 1);
        boolean usual =
                year >= 1900
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= 28
                        && digits(text, 11, 13) < 24
                        && digits(text, 14, 16) < 60
                        && second >= 0
                        && second < 60
                        && clock >= 0
                        && fraction >= 0;
        return usual
                ? Instant.ofEpochSecond(
                        LocalDate.of(year, month, day).toEpochDay() * 86_400 + clock,
                        fraction * 1_000L)
                : null;
    }

    private static boolean punctuated(String text) {
        char fraction = text.charAt(19);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (fraction == '.' || fraction == 'Z');
    }

    private static int micros(String text, int end) {
        int places = end - 20;
        int value = places == 0 ? -1 : digits(text, 20, end);
        for (int i = places; i < 6 && value >= 0; i++) {
            value *= 10;
        }
        return value;
    }

    /** The number, or a negative one large enough to spoil any sum it enters. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -10_000;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private Timestamps() {}
}
