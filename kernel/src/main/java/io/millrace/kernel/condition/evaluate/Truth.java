package io.millrace.kernel.condition.evaluate;

/** Kleene's three values in their order: "and" is the lesser of two, "or" the greater. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** True if this is at least as true as a level. */
    boolean reaches(Truth level) {
        return compareTo(level) >= 0;
    }

    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
