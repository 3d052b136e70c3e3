package io.millrace.intake.files;

import io.millrace.customers.Customers;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells that fill attributes of customers. */
final class Cells {
    private Cells() {}

    static String[] of(ImportPlan plan, Rows.Row row) {
        String[] cells = new String[plan.attributes().size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Texts.clean(row.cell(plan.attributes().get(i).column()));
        }
        return cells;
    }

    /** What a row says of its customer; an empty cell says nothing. */
    static Map<String, @Nullable String> values(ImportPlan plan, StagedRow row) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < row.cells().length; i++) {
            if (!row.cells()[i].isEmpty()) {
                values.put(plan.attributes().get(i).name(), row.cells()[i]);
            }
        }
        return values;
    }

    static Customers.Description description(
            ImportPlan plan, ProfileId profile, StagedRow row, Instant at) {
        return new Customers.Description(profile, values(plan, row), at, plan.source());
    }
}
