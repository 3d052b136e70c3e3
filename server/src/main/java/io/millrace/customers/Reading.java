package io.millrace.customers;

import io.millrace.customers.Customers.IdentityType;

/** What came of reading an identity as it was sent. */
sealed interface Reading permits Normalised, Reading.Refused {
    /**
     * @param code why it cannot be what it says
     */
    record Refused(IdentityType type, String code) implements Reading {}
}
