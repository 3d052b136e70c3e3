package io.millrace.audiences.portraits;

import java.math.BigDecimal;

/** Numbers as they are written in the names of bands. */
final class Numbers {
    private Numbers() {}

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
