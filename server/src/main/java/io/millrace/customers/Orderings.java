package io.millrace.customers;

import io.millrace.kernel.model.CustomerTable;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
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

    /** Where the table comes from that knows the figure. */
    @FunctionalInterface
    interface TableOf<T extends CustomerTable> {
        T asOf(@Nullable Instant asOf);
    }

    /**
     * An order by a figure of a table.
     *
     * @param figure of a row, below 2^53 in absolute value; NaN for a customer without it
     */
    static <T extends CustomerTable> Orderings by(
            String name, TableOf<T> table, Function<T, IntToDoubleFunction> figure) {
        return new TableOrdering<>(name, table, figure);
    }
}
