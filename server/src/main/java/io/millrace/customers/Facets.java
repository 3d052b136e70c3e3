package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a higher module implements to show something of its own on each customer, in lists and on
 * the customer page: {@code value} (orders), {@code rfm} (models), {@code stage} (audiences).
 */
public interface Facets {
    /** The property's name in the JSON of a customer. */
    String name();

    /** Per root profile a record that is written as JSON; customers without one are absent. */
    Map<ProfileId, ? extends Facet> of(Set<ProfileId> roots, @Nullable Instant asOf);

    /** A record with the facet's fields. */
    interface Facet {}
}
