package io.millrace.shared;

import java.util.Currency;

/** Millionths of a major unit of money, in which lines and prices are kept exactly. */
public final class Micros {
    /** One major unit. */
    public static final long ONE = 1_000_000;

    private static final int DIGITS = 6;

    private Micros() {}

    /** How many millionths one minor unit of the currency has: 10,000 for GBP, 1,000,000 for JPY. */
    public static long perMinor(String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        long unit = 1;
        for (int i = digits; i < DIGITS; i++) {
            unit *= 10;
        }
        return unit;
    }

    /** The nearest whole number of minor units; half goes to the even neighbour. */
    public static long toMinor(long micros, long perMinor) {
        long whole = micros / perMinor;
        long rest = Math.abs(micros % perMinor);
        if (rest * 2 < perMinor || (rest * 2 == perMinor && whole % 2 == 0)) {
            return whole;
        }
        return whole + Long.signum(micros);
    }
}
