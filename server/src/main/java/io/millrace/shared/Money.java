package io.millrace.shared;

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
