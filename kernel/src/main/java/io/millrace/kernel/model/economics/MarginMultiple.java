package io.millrace.kernel.model.economics;

/**
 * How many times the margin of one period a customer is worth: Σ rᵗ (1+g)ᵗ⁻¹ / (1+d)ᵗ from t = 1,
 * so r / (1 + d − r(1+g)) without an end. Gupta and Lehmann, "Customers as assets", Journal of
 * Interactive Marketing 17 (2003), 9–24; Gupta, Lehmann and Stuart, "Valuing customers", Journal of
 * Marketing Research 41 (2004), 7–18.
 *
 * <p>The customer's margin of this period has been earned already and does not count; the first
 * that counts comes a period from now, if the customer stays. With {@code atOnce} it is the other
 * way round: the first margin counts whole and now, Σ rᵗ (1+g)ᵗ / (1+d)ᵗ from t = 0, so (1 + d) /
 * (1 + d − r(1+g)).
 *
 * @param retention share of customers who stay for another period, 0 to 1
 * @param discount what money a period later is worth less, 0 to 1
 * @param growth of a customer's margin from one period to the next, above −1
 * @param payments how many margins count, at least 1; {@link #NO_END} for all to come
 * @param atOnce true if the first margin is earned now
 */
public record MarginMultiple(
        double retention, double discount, double growth, int payments, boolean atOnce) {
    public static final int NO_END = 0;

    public MarginMultiple {
        if (!(retention >= 0 && retention <= 1 && discount >= 0 && discount <= 1 && growth > -1)
                || payments < 0) {
            throw new IllegalArgumentException(
                    "r %s, d %s, g %s, n %d".formatted(retention, discount, growth, payments));
        }
    }

    /** The convention of the paper: no growth, no end, the first margin after a period. */
    public static MarginMultiple of(double retention, double discount) {
        return new MarginMultiple(retention, discount, 0, NO_END, false);
    }

    public MarginMultiple withRetention(double other) {
        return new MarginMultiple(other, discount, growth, payments, atOnce);
    }

    public MarginMultiple withDiscount(double other) {
        return new MarginMultiple(retention, other, growth, payments, atOnce);
    }

    /** False where margins to come are worth without limit: no end, and r(1+g) ≥ 1+d. */
    public boolean isFinite() {
        return payments != NO_END || ratio() < 1;
    }

    /** What each further margin is worth of the one before it. */
    private double ratio() {
        return retention * (1 + growth) / (1 + discount);
    }

    /** Infinite where {@link #isFinite} is false. */
    public double value() {
        return atOnce ? sum() : retention / (1 + discount) * sum();
    }

    /** What the multiple changes by with retention: its derivative. */
    public double byRetention() {
        double inner = slope() * (1 + growth) / (1 + discount);
        return atOnce ? inner : (sum() + retention * inner) / (1 + discount);
    }

    /** What the multiple changes by with the discount: its derivative, never positive. */
    public double byDiscount() {
        double inner = -slope() * ratio() / (1 + discount);
        return atOnce
                ? inner
                : retention / (1 + discount) * inner
                        - retention / ((1 + discount) * (1 + discount)) * sum();
    }

    /** Σ qᵗ from 0 over the payments. */
    private double sum() {
        double q = ratio();
        if (payments == NO_END) {
            return q < 1 ? 1 / (1 - q) : Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int t = 0; t < payments; t++) {
            sum = 1 + q * sum;
        }
        return sum;
    }

    /** Its derivative by q. */
    private double slope() {
        double q = ratio();
        if (payments == NO_END) {
            return q < 1 ? 1 / ((1 - q) * (1 - q)) : Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        double slope = 0;
        for (int t = 0; t < payments; t++) {
            slope = sum + q * slope;
            sum = 1 + q * sum;
        }
        return slope;
    }
}
