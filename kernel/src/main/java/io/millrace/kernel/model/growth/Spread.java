package io.millrace.kernel.model.growth;

/**
 * The arithmetic of spreading by invitation, in the convention in which only the last cycle's new
 * customers invite: customers after n cycles = seed · (1 + K + … + Kⁿ).
 *
 * @param invitations sent by each customer, once
 * @param conversion share of the invited who become customers
 */
public record Spread(double invitations, double conversion) {
    /** New customers whom each customer brings: above 1 it spreads by itself. */
    public double k() {
        return invitations * conversion;
    }

    public double customers(double seed, int cycles) {
        double k = k();
        return k == 1 ? seed * (cycles + 1) : seed * (Math.pow(k, cycles + 1) - 1) / (k - 1);
    }
}
