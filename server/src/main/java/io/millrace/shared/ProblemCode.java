package io.millrace.shared;

/**
 * One entry of the catalogue of problems. Each module lists its own in an enum that implements
 * this; a test gathers them all and checks that codes are unique and that title and detail exist in
 * every language ({@code problems/<module>.properties} and {@code problems/<module>_zh.properties},
 * keys {@code <code>.title} and {@code <code>.detail}, MessageFormat arguments {0} …).
 */
public interface ProblemCode {
    /** Stable for ever, {@code module.what-is-wrong} in lower case. */
    String code();

    /** The HTTP status with which it is answered, 400 to 599. */
    int status();
}
