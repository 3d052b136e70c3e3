package io.millrace.intake.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them into millionths: {@code 2.55}, {@code 1,234.50}, {@code £
 * 12.00}, {@code (3.10)}, {@code 12,50} where the file separates with semicolons. What is finer
 * than a millionth is rounded half-even.
 */
final class NumberText {
    /** Answered for a text that is no number. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DIGITS = 6;
    private static final int PLACES = 100;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000);
    private static final long[] TENS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private final boolean decimalComma;

    NumberText(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    long micros(String text) {
        long plain = plain(text);
        return plain != NONE ? plain : careful(text);
    }

    /** The usual case, without an object: digits, at most one point, at most six places. */
    private static long plain(String text) {
        int length = text.length();
        int i = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int first = i;
        long number = 0;
        int point = -1;
        if (length - i > 16) {
            return NONE;
        }
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (DateText.digit(c)) {
                number = number * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return NONE;
            }
        }
        int places = point < 0 ? 0 : length - point - 1;
        boolean digits = length - first - (point < 0 ? 0 : 1) > 0;
        if (!digits || places > DIGITS || number > Long.MAX_VALUE / TENS[places]) {
            return NONE;
        }
        long micros = number * TENS[places];
        return first == 1 ? -micros : micros;
    }

    private long careful(String text) {
        BigDecimal number = decimal(text);
        // An exponent of a billion would fill the memory when it is written out.
        if (number == null
                || Math.abs((long) number.scale()) > PLACES
                || number.precision() > PLACES) {
            return NONE;
        }
        BigDecimal micros = number.movePointRight(DIGITS).setScale(0, RoundingMode.HALF_EVEN);
        return micros.abs().compareTo(MOST) <= 0 ? micros.longValueExact() : NONE;
    }

    private @Nullable BigDecimal decimal(String text) {
        StringBuilder kept = new StringBuilder();
        boolean negative = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DateText.digit(c) || c == '.' || c == ',' || c == 'e' || c == 'E' || c == '+') {
                kept.append(c);
            } else if (c == '-' || c == '\u2212' || c == '(') {
                boolean exponent =
                        !kept.isEmpty() && "eE".indexOf(kept.charAt(kept.length() - 1)) >= 0;
                if (exponent) {
                    kept.append('-');
                } else {
                    negative = true;
                }
            } else if (!ignored(c)) {
                return null;
            }
        }
        try {
            BigDecimal number = new BigDecimal(points(kept.toString()));
            return negative ? number.negate() : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean ignored(char c) {
        return Character.isWhitespace(c)
                || c == '\u00A0'
                || c == '\''
                || c == ')'
                || c == '元'
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || c == '\uFFE5';
    }

    /** One decimal point, no separators of thousands. */
    private String points(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        }
        if (comma < 0) {
            return text;
        }
        boolean thousands = text.length() - comma == 4 && !decimalComma;
        boolean several = text.indexOf(',') != comma;
        return thousands || several ? text.replace(",", "") : text.replace(',', '.');
    }
}
