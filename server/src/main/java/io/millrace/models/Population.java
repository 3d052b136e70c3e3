package io.millrace.models;

import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * All known customers with their first fact, in the order of their ids. A customer belongs to the
 * population of every instant from their first fact on, even if who they are was learnt later: what
 * an anonymous visitor did belongs to the customer they turned out to be.
 */
public interface Population {
    /** The number of customers, whenever they came. */
    int size();

    UUID customer(int row);

    /** The row of a customer, or -1. */
    int rowOf(UUID customer);

    /** When the customer's first fact occurred, microseconds since 1970 UTC. */
    long firstAt(int row);

    /** How many customers there were at an instant. */
    int countBy(Instant asOf);

    /** The customers in the rows that pass. */
    SortedProfiles where(IntPredicate passes);
}
