package io.millrace.kernel.model.lifetime;

/**
 * What the purchase models need to know of one customer.
 *
 * @param repeats purchases after the first, on days of their own, within the observation
 * @param last time from the first purchase to the last, 0 where there is no repeat
 * @param observed time from the first purchase to the end of the observation, at least {@code last}
 * @param unit the unit of both
 */
public record Summary(long repeats, double last, double observed, TimeUnit unit) {
    public Summary {
        if (repeats < 0 || !(last >= 0) || !(observed >= last) || Double.isInfinite(observed)) {
            throw new IllegalArgumentException(
                    "not a purchase history: x=%d t_x=%s T=%s".formatted(repeats, last, observed));
        }
    }
}
