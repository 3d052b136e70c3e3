package io.millrace.customers;

/** What came of reading an identity as it was sent. */
sealed interface Reading permits Normalised, Reading.Refused {
    /**
     * @param code why it cannot be what it says
     */
    record Refused(String code) implements Reading {}
}
