package io.millrace.cli.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads amounts as whole ten-thousandths, so that sums do not depend on their order: 1234.5,
 * 1,234.50, 1.234,50, €12, (3.20).
 */
final class AmountText {
    static final long UNREADABLE = Long.MIN_VALUE;
    static final double SCALE = 10_000;
    private static final long LARGEST = 1_000_000_000_000_000L;

    private AmountText() {}

    static long tenThousandths(String given) {
        String text = given.strip();
        long quick = quick(text);
        return quick == UNREADABLE ? slow(text) : quick;
    }

    /** Digits with at most four decimals behind a point. */
    private static long quick(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (at == length || length > 15) {
            return UNREADABLE;
        }
        long value = 0;
        int decimals = -1;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0 && i > at) {
                decimals = 0;
            } else if (c >= '0' && c <= '9' && decimals < 4) {
                value = value * 10 + c - '0';
                decimals += decimals >= 0 ? 1 : 0;
            } else {
                return UNREADABLE;
            }
        }
        for (int i = Math.max(0, decimals); i < 4; i++) {
            value *= 10;
        }
        return at == 1 ? -value : value;
    }

    private static long slow(String text) {
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        StringBuilder digits = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= '0' && c <= '9' || "+-.,eE".indexOf(c) >= 0) {
                digits.append(c);
            } else if (Character.isLetter(c) && Character.getType(c) != Character.OTHER_LETTER) {
                return UNREADABLE;
            }
        }
        try {
            BigDecimal value = new BigDecimal(pointed(digits.toString()));
            if (value.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0 || value.scale() > 1000) {
                return UNREADABLE;
            }
            long scaled = value.movePointRight(4).setScale(0, RoundingMode.HALF_EVEN).longValue();
            return bracketed ? -scaled : scaled;
        } catch (NumberFormatException notANumber) {
            return UNREADABLE;
        }
    }

    /** The last of point and comma parts the decimals; a lone comma before three digits groups. */
    private static String pointed(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma < 0) {
            return text;
        }
        if (point > comma || text.matches("[+-]?\\d{1,3}(,\\d{3})+")) {
            return text.replace(",", "");
        }
        return text.replace(".", "").replace(',', '.');
    }
}
