package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whole lists of customers, for whoever takes them out or keeps them. */
public interface CustomerLists {
    /** Everybody whom {@link CustomerFiles#list} would show, page after page, as of this call. */
    Chosen choose(Query query);

    /**
     * What a list shows of some customers, in their order, masked as the caller has to see it.
     *
     * @param facets of what other modules show, only these
     */
    List<Row> rows(
            List<ProfileId> customers, @Nullable Instant asOf, Set<String> facets, Caller caller);

    /** The latest values of some attributes, masked as the caller has to see them. */
    Map<ProfileId, Map<String, String>> values(
            List<ProfileId> customers, Set<String> attributes, Caller caller);

    /** Answers of {@link #choose}. */
    sealed interface Chosen {
        /**
         * @param customers the roots, in the order of their ids
         */
        record Found(SortedProfiles customers) implements Chosen {}

        /** A selection that does not exist. */
        record Invalid(List<FieldProblem> errors) implements Chosen {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }
}
