package io.millrace.kernel.timeline;

/**
 * A typed attribute value of a fact; a closed set, so that a column store and a condition can rely
 * on it.
 */
public sealed interface Value {
    /** Text of at most 4,096 characters without U+0000 or lone surrogates. */
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    /** A finite double; never NaN or infinite. */
    record Real(double number) implements Value {
        public Real {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a finite number: " + number);
            }
        }
    }

    record Flag(boolean flag) implements Value {}

    /**
     * A confidential value, encrypted under the person's own key; unreadable once that key is gone.
     */
    record Sealed(String ciphertext) implements Value {}
}
