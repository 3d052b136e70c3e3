package io.millrace.intake.files;

import io.millrace.intake.files.Imports.Column;
import io.millrace.intake.files.Imports.Template;
import io.millrace.intake.files.Imports.Upload;
import io.millrace.intake.files.Sniffer.SniffedColumn;
import io.millrace.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Uploaded files and what they seem to hold. */
@Component
final class UploadedFiles {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Disk disk;
    private final UploadTable uploads;
    private final TemplateTable templates;
    private final Ids ids;
    private final Clock clock;

    UploadedFiles(Disk disk, UploadTable uploads, TemplateTable templates, Ids ids, Clock clock) {
        this.disk = disk;
        this.uploads = uploads;
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a file to disk and looks at it. */
    Upload take(String filename, InputStream bytes, String by) throws IOException {
        Instant now = clock.instant();
        sweep(now.minus(KEPT));
        UUID id = ids.next();
        Disk.Written written = disk.write(id, bytes);
        try {
            Sniffer.Sniffed found = new Sniffer(Limits.DEFAULT, now).sniff(written.path());
            UploadTable.Stored stored =
                    new UploadTable.Stored(
                            id,
                            filename,
                            written.path(),
                            written.sha256(),
                            written.bytes(),
                            found.dialect(),
                            found.columns(),
                            found.rows(),
                            found.sampled(),
                            found.dialect().headerRows() > 0,
                            now,
                            by,
                            null);
            uploads.insert(stored);
            return view(stored);
        } catch (IOException e) {
            disk.delete(written.path());
            throw e;
        }
    }

    /** Files are kept as long as somebody may want their errors, and no longer. */
    private void sweep(Instant before) throws IOException {
        for (UploadTable.Stored old : uploads.expired(before)) {
            disk.delete(old.path());
            uploads.removed(old.id(), clock.instant());
        }
    }

    Optional<Upload> find(UUID id) {
        return uploads.find(id).map(this::view);
    }

    private Upload view(UploadTable.Stored stored) {
        List<String> headers = stored.headers();
        Kind kind = HeaderWords.kind(headers);
        Map<Kind, Map<Integer, String>> guesses = new TreeMap<>();
        for (Kind each : Kind.values()) {
            guesses.put(each, HeaderWords.guess(headers, each));
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            SniffedColumn column = stored.columns().get(i);
            Map<String, String> byKind = new TreeMap<>();
            for (Kind each : Kind.values()) {
                String guess = guesses.getOrDefault(each, Map.of()).get(i);
                if (guess != null) {
                    byKind.put(each.key(), guess);
                }
            }
            String guess = byKind.get(kind.key());
            columns.add(new Column(column.name(), column.samples(), guess, byKind, column.dates()));
        }
        boolean excel = stored.dialect().excel();
        return new Upload(
                stored.id(),
                stored.filename(),
                stored.bytes(),
                stored.dialect().format(),
                excel ? null : stored.dialect().charset(),
                excel ? null : String.valueOf(stored.dialect().delimiter()),
                stored.header(),
                columns,
                stored.rows(),
                stored.rowsSampled(),
                kind,
                HeaderWords.grain(headers),
                fitting(headers),
                stored.createdAt());
    }

    private List<Template> fitting(List<String> headers) {
        return templates.all().stream()
                .filter(template -> headers.containsAll(template.mapping().values()))
                .toList();
    }
}
