package io.millrace.customers;

import io.millrace.shared.Cursor;
import io.millrace.shared.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are ordered by id, newest first. */
final class Keyset {
    private Keyset() {}

    static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).parts().getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    /**
     * @param rows one more than the limit if there are more
     */
    static <T> Page<T> page(List<T> rows, int limit, Function<T, UUID> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, Cursor.of(id.apply(items.getLast())).encode(), null);
    }
}
