package io.millrace.privacy;

import org.jspecify.annotations.Nullable;

/** The positions after which the next page of a list begins. */
final class Cursors {
    private Cursors() {}

    /** A cursor that nobody here wrote starts the list anew. */
    static @Nullable Long position(@Nullable String cursor) {
        if (cursor == null || !cursor.matches("[0-9]{1,18}")) {
            return null;
        }
        return Long.valueOf(cursor);
    }
}
