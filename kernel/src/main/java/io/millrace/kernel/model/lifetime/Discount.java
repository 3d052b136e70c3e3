package io.millrace.kernel.model.lifetime;

/**
 * A continuous discount rate with its unit.
 *
 * @param rate per unit of time, positive
 */
public record Discount(double rate, TimeUnit unit) {
    public Discount {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("a discount rate is positive: " + rate);
        }
    }

    /** The continuous rate that compounds to {@code yearly} (0.15 for 15 %) over 52 weeks. */
    public static Discount yearly(double yearly) {
        return new Discount(Math.log1p(yearly) / 52, TimeUnit.WEEK);
    }

    public double per(TimeUnit other) {
        return unit == other ? rate : rate * other.days() / unit.days();
    }
}
