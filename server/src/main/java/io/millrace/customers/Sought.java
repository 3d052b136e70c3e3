package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs on a list.
 *
 * @param heardBefore only who was heard of at or before this instant
 * @param only only these roots, ascending; null for everybody
 */
record Sought(boolean visitors, @Nullable Instant heardBefore, @Nullable List<ProfileId> only) {
    /** Up to here a list of ids is handed to PostgreSQL; beyond, an index is walked instead. */
    private static final int FEW = 5_000;

    boolean few() {
        return only != null && only.size() <= FEW;
    }

    boolean allows(ProfileId root) {
        return only == null || Collections.binarySearch(only, root) >= 0;
    }
}
