package io.millrace.intake.files;

import java.util.List;

/** What an import of one kind of rows does: read each row, then carry out groups of them. */
interface Pipeline {
    /** Reads a row into the buffer, or says why it cannot be taken. */
    Reading read(Rows.Row row);

    /** Carries out rows, whole keys only, in the caller's transaction. */
    void apply(List<StagedRow> rows, Applied into);

    /** What became of a row. */
    sealed interface Reading {
        record Taken(StagedRow row) implements Reading {}

        record Rejected(RowError error) implements Reading {}
    }
}
