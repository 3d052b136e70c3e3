package io.millrace.audiences.lists;

import io.millrace.audiences.live.NameKind;
import io.millrace.audiences.live.NamedCustomers;
import io.millrace.audiences.live.NamedCustomers.Named;
import io.millrace.intake.UploadedRows;
import io.millrace.intake.UploadedRows.Opening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what the columns of a file are by looking for whom their first rows name. */
@Component
final class Looks {
    private static final int ROWS = 200;
    private static final int COLUMNS = 30;

    private final UploadedRows uploads;
    private final NamedCustomers customers;

    Looks(UploadedRows uploads, NamedCustomers customers) {
        this.uploads = uploads;
        this.customers = customers;
    }

    Optional<ListFiles.Look> look(UUID upload) throws IOException {
        if (!(uploads.open(upload, false) instanceof Opening.Opened(var rows))) {
            return Optional.empty();
        }
        try (rows) {
            List<UploadedRows.Row> some = new ArrayList<>();
            UploadedRows.Row row = rows.next();
            while (row != null) {
                some.add(row);
                row = some.size() < ROWS ? rows.next() : null;
            }
            return Optional.of(look(upload, rows, some));
        }
    }

    private ListFiles.Look look(UUID upload, UploadedRows.Rows rows, List<UploadedRows.Row> some) {
        List<String> names = rows.columns().stream().limit(COLUMNS).toList();
        List<ListFiles.Column> columns =
                IntStream.range(0, names.size())
                        .mapToObj(i -> column(names.get(i), texts(some, i)))
                        .toList();
        Integer best = best(columns);
        String kind =
                best == null ? NameKind.ANY.key() : columns.get(best).kinds().getFirst().kind();
        return new ListFiles.Look(
                upload,
                rows.filename(),
                rows.header(),
                rows.header() && names.stream().anyMatch(this::names),
                rows.about(),
                some.size(),
                columns,
                best,
                kind);
    }

    private static List<String> texts(List<UploadedRows.Row> rows, int column) {
        return rows.stream().map(row -> row.cell(column)).filter(text -> !text.isEmpty()).toList();
    }

    private ListFiles.Column column(String name, List<String> texts) {
        List<ListFiles.Reading> kinds = new ArrayList<>();
        for (NameKind kind : NameKind.values()) {
            int found = kind == NameKind.ANY ? 0 : found(texts, kind);
            if (found > 0) {
                kinds.add(new ListFiles.Reading(kind.key(), found));
            }
        }
        kinds.sort(Comparator.comparing(reading -> -reading.found()));
        return new ListFiles.Column(name, texts.size(), kinds);
    }

    private int found(List<String> texts, NameKind kind) {
        return (int)
                customers.find(texts, kind).stream().filter(Named.Known.class::isInstance).count();
    }

    private static @Nullable Integer best(List<ListFiles.Column> columns) {
        Integer best = null;
        int most = 0;
        for (int i = 0; i < columns.size(); i++) {
            List<ListFiles.Reading> kinds = columns.get(i).kinds();
            int found = kinds.isEmpty() ? 0 : kinds.getFirst().found();
            if (found > most) {
                best = i;
                most = found;
            }
        }
        return best;
    }

    /** An address is never the name of a column, even if nobody has it. */
    private boolean names(String header) {
        return header.contains("@") || found(List.of(header), NameKind.ANY) > 0;
    }
}
