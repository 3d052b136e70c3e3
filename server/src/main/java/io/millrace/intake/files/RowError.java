package io.millrace.intake.files;

import java.util.List;

/**
 * Why a row was rejected.
 *
 * @param row as a person counts: the file's first line is 1
 * @param field the field, or empty if it is the row as a whole
 * @param arguments what the message's placeholders stand for
 */
record RowError(long row, String field, String code, List<String> arguments) {
    static RowError of(long row, String field, String code, String... arguments) {
        return new RowError(row, field, code, List.of(arguments));
    }
}
