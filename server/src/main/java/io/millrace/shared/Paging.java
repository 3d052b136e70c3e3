package io.millrace.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted; a controller's parameter of this type reads {@code limit}, {@code
 * cursor} and {@code include=total}.
 *
 * @param limit 1 to 200, 50 if not given
 * @param total whether the exact number of all items is wanted too
 */
public record Paging(int limit, @Nullable String cursor, boolean total) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
}
