package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Value;
import java.util.Optional;

/**
 * What a clause found.
 *
 * @param value what was tested: a count, a sum, an attribute …; empty if there was none
 * @param isSealed there is a value, but it cannot be read here
 * @param facts how many facts counted
 * @param lastAt when the last of them happened, microseconds since 1970 UTC; meaningless without
 */
public record Found(Optional<Value> value, boolean isSealed, long facts, long lastAt) {
    /** Of groups, and of clauses that found nothing. */
    public static final Found NOTHING = new Found(Optional.empty(), false, 0, 0);

    static Found count(long number) {
        return new Found(Optional.of(new Value.Whole(number)), false, 0, 0);
    }

    static Found of(Question question, Gauge gauge, Situation now) {
        Cell cell = new Cell();
        question.find(gauge, now.asOf(), cell);
        return new Found(
                cell.value(now.codes()),
                cell.isSealed(),
                gauge.count,
                gauge.count == 0 ? 0 : gauge.lastAt);
    }
}
