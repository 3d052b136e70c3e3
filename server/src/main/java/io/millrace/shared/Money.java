package io.millrace.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money, exact.
 *
 * @param amount minor units of the currency (pence, fen; JPY has none), signed
 * @param currency ISO 4217, upper case
 */
public record Money(long amount, String currency) {
    /** Millionths of one major unit, in which prices and lines are kept exactly. */
    public static final long MICROS = 1_000_000;

    private static final int MICRO_DIGITS = 6;

    public Money {
        Currency.getInstance(currency);
    }

    /**
     * How many millionths one minor unit of the currency has: 10,000 for GBP, 1,000,000 for JPY.
     */
    public static long microsPerMinor(String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        long unit = 1;
        for (int i = digits; i < MICRO_DIGITS; i++) {
            unit *= 10;
        }
        return unit;
    }

    /** The nearest whole number of minor units; half goes to the even neighbour. */
    public static long roundMicros(long micros, long microsPerMinor) {
        long whole = micros / microsPerMinor;
        long rest = Math.abs(micros % microsPerMinor);
        if (rest * 2 < microsPerMinor || (rest * 2 == microsPerMinor && whole % 2 == 0)) {
            return whole;
        }
        return whole + Long.signum(micros);
    }

    /** The nearest amount to so many millionths of the major unit; half goes to the even one. */
    public static Money ofMicros(long micros, String currency) {
        return new Money(roundMicros(micros, microsPerMinor(currency)), currency);
    }

    /** In major units, with as many places as the currency has. */
    public BigDecimal toDecimal() {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(amount, digits);
    }

    /**
     * The sum, never silently wrapped.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if it does not fit a long
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add");
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }
}
