package io.millrace.audiences.live;

import java.util.Collection;
import java.util.function.Function;

/** Columns of many rows, for {@code unnest}. */
final class SqlColumns {
    private SqlColumns() {}

    /** One text a row; the statement casts it to the column's type. */
    static <T> String[] of(Collection<T> rows, Function<? super T, ?> column) {
        return rows.stream().map(row -> column.apply(row).toString()).toArray(String[]::new);
    }
}
