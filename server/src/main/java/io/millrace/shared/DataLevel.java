package io.millrace.shared;

/**
 * How well a value must be guarded, weakest first. Confidential and restricted are encrypted at
 * rest.
 */
public enum DataLevel {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED;

    /** True if values of this level are stored only under the person's own key. */
    public boolean encrypted() {
        return compareTo(CONFIDENTIAL) >= 0;
    }
}
