package io.millrace.customers.export;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.customers.CustomerLists;
import io.millrace.customers.export.CustomerExports.Format;
import io.millrace.customers.export.Offered.Readable;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a list, some thousand at a time.
 *
 * @param customers exactly those who get a row
 */
record Filling(
        CustomerLists lists,
        Offered offered,
        SortedProfiles customers,
        List<Readable> columns,
        @Nullable Instant asOf,
        Caller caller,
        Format format,
        boolean mark,
        Locale language) {
    private static final int AT_ONCE = 2_000;

    /** Told after each portion how many rows are written; may end the work. */
    @FunctionalInterface
    interface Progress<X extends Exception> {
        void at(long rows) throws X;
    }

    <X extends Exception> long write(OutputStream out, Progress<X> progress) throws IOException, X {
        long done = 0;
        try (Sheet sheet = Sheet.of(format, out, mark, head())) {
            List<ProfileId> some = new ArrayList<>(AT_ONCE);
            for (ProfileId customer : customers) {
                some.add(customer);
                if (some.size() == AT_ONCE) {
                    done += portion(sheet, some);
                    some.clear();
                    progress.at(done);
                }
            }
            done += portion(sheet, some);
            progress.at(done);
        }
        return done;
    }

    private List<String> head() {
        boolean chinese = language.getLanguage().equals("zh");
        return columns.stream()
                .map(each -> each.column().label())
                .map(label -> chinese ? label.zh() : label.en())
                .toList();
    }

    private int portion(Sheet sheet, List<ProfileId> some) throws IOException {
        List<Row> rows = lists.rows(some, asOf, Offered.facets(columns), caller);
        Map<ProfileId, Map<String, String>> values =
                lists.values(some, Offered.attributes(columns), caller);
        for (Row row : rows) {
            Offered.Subject subject = offered.subject(row, values.get(row.id()));
            List<@Nullable Object> cells = new ArrayList<>(columns.size());
            for (Readable column : columns) {
                cells.add(column.reader().of(subject, language));
            }
            sheet.row(cells);
        }
        return rows.size();
    }
}
