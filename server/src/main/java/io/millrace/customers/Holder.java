package io.millrace.customers;

import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.util.UUID;

/**
 * An identity that is kept.
 *
 * @param shared seen with so many customers that it identifies nobody any more
 */
record Holder(UUID id, UUID index, IdentityType type, ProfileId profile, boolean shared) {}
