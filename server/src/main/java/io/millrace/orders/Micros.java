package io.millrace.orders;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Millionths of a major unit against minor units, exact but for one rounding. */
final class Micros {
    private static final int DIGITS = 6;

    private Micros() {}

    /**
     * How many millionths one minor unit of the currency has: 10,000 for GBP, 1,000,000 for JPY.
     */
    static long perMinor(String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        long unit = 1;
        for (int i = digits; i < DIGITS; i++) {
            unit *= 10;
        }
        return unit;
    }

    static long toMinor(long micros, long perMinor) {
        long whole = micros / perMinor;
        long rest = Math.abs(micros % perMinor);
        if (rest * 2 < perMinor || (rest * 2 == perMinor && whole % 2 == 0)) {
            return whole;
        }
        return whole + Long.signum(micros);
    }

    static long sum(List<Orders.Line> lines) {
        long sum = 0;
        for (Orders.Line line : lines) {
            sum = Math.addExact(sum, line.amountMicros());
        }
        return sum;
    }

    /** What the lines cost in minor units, or null if a line's unit cost is unknown. */
    static @Nullable Long cost(List<Orders.Line> lines, long perMinor) {
        long micros = 0;
        for (Orders.Line line : lines) {
            Long unit = line.unitCostMicros();
            if (unit == null) {
                return null;
            }
            micros = Math.addExact(micros, Math.multiplyExact(unit, line.quantity()));
        }
        return lines.isEmpty() ? null : (Long) toMinor(micros, perMinor);
    }

    static double toReal(long micros) {
        return micros / 1e6;
    }
}
