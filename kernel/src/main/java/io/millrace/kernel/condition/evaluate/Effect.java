package io.millrace.kernel.condition.evaluate;

/**
 * What one more fact can do to a condition's answers, at whatever instant it is asked: false,
 * unknown and true in this order.
 */
public enum Effect {
    /** No answer sinks: who holds now goes on to hold at least as long as before. */
    HELPS,
    /** No answer rises: who does not hold now goes on not to hold at least as long as before. */
    HURTS,
    /** Either, or both. */
    EITHER;

    Effect opposite() {
        return switch (this) {
            case HELPS -> HURTS;
            case HURTS -> HELPS;
            case EITHER -> EITHER;
        };
    }

    Effect and(Effect other) {
        return this == other ? this : EITHER;
    }
}
