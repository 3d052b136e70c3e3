package io.millrace.kernel.condition.evaluate;

/** Reads plain decimal numbers ({@code -12.50}) from text without making objects for whole ones. */
final class PlainNumbers {
    private static final int LONGEST = 40;
    private static final int SURELY_LONG = 18;

    private PlainNumbers() {}

    static boolean parse(String text, Cell into) {
        int sign = text.startsWith("-") ? 1 : 0;
        int point = -1;
        int length = text.length();
        if (length == sign || length > LONGEST) {
            return false;
        }
        long whole = 0;
        for (int i = sign; i < length; i++) {
            char each = text.charAt(i);
            if (each == '.' && point < 0 && i > sign && i < length - 1) {
                point = i;
            } else if (each < '0' || each > '9') {
                return false;
            } else {
                whole = whole * 10 + (each - '0');
            }
        }
        if (point < 0 && length - sign <= SURELY_LONG) {
            into.whole(sign == 1 ? -whole : whole);
        } else {
            into.real(Double.parseDouble(text));
        }
        return true;
    }
}
