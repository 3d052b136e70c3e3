package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows, for {@code unnest}. */
final class SqlArrays {
    private SqlArrays() {}

    /** One text a row; the statement casts it to the column's type. */
    static <T> @Nullable String[] texts(
            Collection<T> rows, Function<? super T, ? extends @Nullable Object> column) {
        var texts = new @Nullable String[rows.size()];
        var at = 0;
        for (var row : rows) {
            var value = column.apply(row);
            texts[at++] = value == null ? null : value.toString();
        }
        return texts;
    }

    static String[] uuids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static String[] profiles(Collection<ProfileId> profiles) {
        return profiles.stream().map(p -> p.value().toString()).toArray(String[]::new);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
