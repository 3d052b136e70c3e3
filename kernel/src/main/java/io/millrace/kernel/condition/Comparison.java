package io.millrace.kernel.condition;

/** How a measured number is held against the number that a condition names. */
public enum Comparison {
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN,
    EXACTLY;

    /** True if {@code measured} stands in this relation to {@code named}. */
    public boolean holds(long measured, long named) {
        return switch (this) {
            case AT_LEAST -> measured >= named;
            case AT_MOST -> measured <= named;
            case MORE_THAN -> measured > named;
            case LESS_THAN -> measured < named;
            case EXACTLY -> measured == named;
        };
    }
}
