package io.millrace.intake.files;

import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one batch did: its counts, whom it saw, what it rejected. */
final class Applied {
    final Tally tally;
    final List<RowError> errors = new ArrayList<>();

    /** Whom the batch saw, and whether it made them. */
    final Map<ProfileId, Boolean> customers = new LinkedHashMap<>();

    /** Known customers of whom the batch told something new. */
    final Set<ProfileId> changed = new HashSet<>();

    /** The names under which the batch saw them: what a dry run tells customers apart by. */
    final Set<String> claims = new HashSet<>();

    /** Those among them who were not known before. */
    final Set<String> newClaims = new HashSet<>();

    Applied(Tally tally) {
        this.tally = tally;
    }

    void reject(RowError error) {
        errors.add(error);
        tally.reject(error);
    }

    void reject(List<StagedRow> rows, String field, String code, String... arguments) {
        for (StagedRow row : rows) {
            reject(RowError.of(row.row(), field, code, arguments));
        }
    }

    void saw(ProfileId profile, boolean created) {
        customers.merge(profile, created, Boolean::logicalOr);
    }
}
