package io.millrace.kernel.condition.evaluate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the date with which a text begins: {@code 2024-02-29}, {@code 2024-02-29T10:00:00Z}. */
final class IsoDates {
    private static final int LENGTH = 10;

    private IsoDates() {}

    static Optional<LocalDate> parse(String text) {
        if (text.length() < LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
