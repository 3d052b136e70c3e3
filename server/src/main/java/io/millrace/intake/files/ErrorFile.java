package io.millrace.intake.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.millrace.shared.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rejected rows with the file's own columns, so that they can be put right and imported again.
 * The columns are read from the uploaded file; when that is deleted, only the reasons are left.
 */
final class ErrorFile {
    private static final List<String> REASONS = List.of("_row", "_field", "_code", "_message");

    private final UploadTable.Stored upload;
    private final Messages messages;
    private final List<RowError> errors;

    ErrorFile(UploadTable.Stored upload, Locale language, List<RowError> errors) {
        this.upload = upload;
        this.messages = new Messages(language);
        this.errors = errors;
    }

    void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(SpreadsheetText.MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        boolean there = upload.removedAt() == null && Files.exists(upload.path());
        List<String> header = new ArrayList<>(there ? upload.headers() : List.of());
        header.addAll(REASONS);
        csv.writeRecord(header);
        if (there) {
            withRows(csv);
        } else {
            for (RowError error : errors) {
                csv.writeRecord(reasons(error));
            }
        }
        csv.flush();
        writer.flush();
    }

    private void withRows(CsvWriter csv) throws IOException {
        int next = 0;
        int width = upload.headers().size();
        try (Rows rows = Sniffer.open(upload.path(), upload.dialect(), Limits.DEFAULT)) {
            for (Rows.Row row = rows.next();
                    row != null && next < errors.size();
                    row = rows.next()) {
                if (row.number() != errors.get(next).row()) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < width; i++) {
                    cells.add(
                            SpreadsheetText.safe(
                                    row.tooLong() ? shortened(row.cell(i)) : row.cell(i)));
                }
                cells.addAll(reasons(errors.get(next++)));
                csv.writeRecord(cells);
            }
        }
    }

    private static String shortened(String cell) {
        return cell.length() > 200 ? cell.substring(0, 200) + "…" : cell;
    }

    private List<String> reasons(RowError error) {
        return List.of(
                Long.toString(error.row()),
                error.field(),
                error.code(),
                SpreadsheetText.safe(messages.of(error)));
    }
}
