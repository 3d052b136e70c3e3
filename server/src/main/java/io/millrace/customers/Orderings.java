package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a higher module implements so that the list of customers can be sorted by its figures. */
public interface Orderings {
    /** The name in {@code sort=}, e.g. {@code revenue}; a leading {@code -} asks for descending. */
    String name();

    /**
     * All root profiles that have the figure, ascending; ties by id. Customers without it come
     * last.
     */
    List<ProfileId> ascending(@Nullable Instant asOf);
}
