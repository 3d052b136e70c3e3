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
    public Money {
        Currency.getInstance(currency);
    }

    /** The nearest amount to so many millionths of the major unit; half goes to the even one. */
    public static Money ofMicros(long micros, String currency) {
        return new Money(Micros.toMinor(micros, Micros.perMinor(currency)), currency);
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
