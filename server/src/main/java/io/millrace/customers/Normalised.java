package io.millrace.customers;

import io.millrace.customers.Customers.IdentityType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an identity is once it was read.
 *
 * @param tail the keyed index of a phone's last four digits
 */
record Normalised(IdentityType type, String value, UUID index, @Nullable UUID tail)
        implements Reading {}
