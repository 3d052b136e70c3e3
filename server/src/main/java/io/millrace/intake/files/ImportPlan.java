package io.millrace.intake.files;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an import needs to run, resolved: where each field stands, how to read it.
 *
 * @param columns field → column, first column is 0
 * @param attributes the columns that fill attributes or properties, in a fixed sequence
 * @param currency for rows that name none; null means that each row must
 * @param wholeOrders true if a row is an order, false if it is a line of one
 * @param startedAt when the import was asked for: the present, as far as its rows are concerned
 */
record ImportPlan(
        UUID id,
        Kind kind,
        Path file,
        Dialect dialect,
        Map<String, Integer> columns,
        List<Attribute> attributes,
        @Nullable String currency,
        ZoneId zone,
        PhoneText phones,
        DateOrder dateOrder,
        boolean wholeOrders,
        String source,
        boolean historical,
        boolean dryRun,
        Instant startedAt,
        long expectedRows) {
    record Attribute(String name, int column) {}

    /** The cell of a field, cleaned; empty if the field has no column. */
    String cell(Rows.Row row, String field) {
        Integer column = columns.get(field);
        return column == null ? "" : Texts.clean(row.cell(column));
    }

    boolean has(String field) {
        return columns.containsKey(field);
    }

    boolean decimalComma() {
        return dialect.delimiter() == ';';
    }
}
