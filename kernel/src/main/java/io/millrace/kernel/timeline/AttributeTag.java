package io.millrace.kernel.timeline;

/** How the payload of a stored attribute is meant. */
final class AttributeTag {
    static final byte WHOLE = 0;
    static final byte REAL = 1;
    static final byte FLAG = 2;

    /** The payload is a code of the dictionary. */
    static final byte TEXT = 3;

    /**
     * The payload is a place in the blob: ciphertexts never repeat, a dictionary would only grow.
     */
    static final byte SEALED = 4;

    private AttributeTag() {}
}
