package io.millrace.kernel.model.lifetime;

/**
 * A length of time with its unit, so that 39 weeks can never be read as 39 days.
 *
 * @param length finite, not negative
 */
public record Span(double length, TimeUnit unit) {
    public Span {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("not a length of time: " + length);
        }
    }

    public static Span weeks(double length) {
        return new Span(length, TimeUnit.WEEK);
    }

    public static Span days(double length) {
        return new Span(length, TimeUnit.DAY);
    }

    /** The same length counted in another unit. */
    public double in(TimeUnit other) {
        return unit == other ? length : length * unit.days() / other.days();
    }
}
