package io.millrace.intake.files;

import io.millrace.intake.UploadedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads uploaded files from the disk. */
@Component
final class StoredRows implements UploadedRows {
    private final UploadTable uploads;

    StoredRows(UploadTable uploads) {
        this.uploads = uploads;
    }

    @Override
    public Opening open(UUID id, boolean headerToo) throws IOException {
        UploadTable.Stored upload = uploads.find(id).orElse(null);
        if (upload == null) {
            return new Opening.NoSuchFile();
        }
        if (upload.removedAt() != null || !Files.exists(upload.path())) {
            return new Opening.Gone();
        }
        Dialect dialect = headerToo ? upload.dialect().withHeaderRows(0) : upload.dialect();
        return new Opening.Opened(
                new Reading(upload, Sniffer.open(upload.path(), dialect, Limits.DEFAULT)));
    }

    private record Reading(UploadTable.Stored upload, io.millrace.intake.files.Rows read)
            implements UploadedRows.Rows {
        @Override
        public String filename() {
            return upload.filename();
        }

        @Override
        public List<String> columns() {
            return upload.headers();
        }

        @Override
        public boolean header() {
            return upload.header();
        }

        @Override
        public long about() {
            return upload.rows();
        }

        @Override
        public @Nullable Row next() throws IOException {
            io.millrace.intake.files.Rows.Row row = read.next();
            return row == null
                    ? null
                    : new Row(
                            row.number(),
                            Arrays.stream(row.cells())
                                    .map(cell -> Texts.identifier(Texts.clean(cell)))
                                    .toList(),
                            row.tooLong());
        }

        @Override
        public void close() throws IOException {
            read.close();
        }
    }
}
