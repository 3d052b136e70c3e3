package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.util.UUID;

/** An identity was claimed together with a profile that it does not belong to. */
record Sighting(UUID index, ProfileId profile) {}
