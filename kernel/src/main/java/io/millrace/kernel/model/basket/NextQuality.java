package io.millrace.kernel.model.basket;

/**
 * How often offers were bought on the held-out visit.
 *
 * @param method {@link NextMethod#key}, or {@code chance}
 * @param hit1 share of customers who bought the first offer
 * @param hit3 share who bought at least one of the first three; likewise hit5 and hit10
 * @param reciprocalRank mean of 1 over the rank of the first one bought, 0 beyond the tenth
 */
public record NextQuality(
        String method,
        double hit1,
        double hit3,
        double hit5,
        double hit10,
        double reciprocalRank) {}
