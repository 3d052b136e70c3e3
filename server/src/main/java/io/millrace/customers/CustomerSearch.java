package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.util.Set;

/**
 * What a higher module implements so that the search box finds customers by its own keys, such as
 * an order number.
 */
public interface CustomerSearch {
    /** Profiles (not necessarily roots) that exactly match, at most a hundred. */
    Set<ProfileId> find(String text);
}
