package io.millrace.timelines;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.timeline.FactCursor;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes all facts of the columnar store, in the order of customers and time. */
final class ParquetExport implements Exports, Jobs.Work {
    static final long ROWS_PER_FILE = 5_000_000;
    private static final int ROWS_PER_STEP = 50_000;
    private static final String KIND = "timelines.parquet";

    private final Jobs jobs;
    private final Columns columns;
    private final Tail tail;
    private final Ids ids;
    private final Path exports;
    private final long rowsPerFile;

    ParquetExport(Jobs jobs, Columns columns, Tail tail, Ids ids, Path exports, long rowsPerFile) {
        this.jobs = jobs;
        this.columns = columns;
        this.tail = tail;
        this.ids = ids;
        this.exports = exports;
        this.rowsPerFile = rowsPerFile;
    }

    @Override
    public Beginning parquet(@Nullable String directory) {
        try {
            Path folder =
                    directory == null
                            ? exports.resolve("parquet-" + ids.next()).toAbsolutePath()
                            : Path.of(directory).normalize();
            if (!folder.isAbsolute() || !isNewOrEmpty(folder)) {
                return new Beginning.NotUsable(folder.toString());
            }
            Attributes input = Attributes.writer().text("directory", folder.toString()).done();
            return new Beginning.Begun(
                    jobs.submit(KIND, "Parquet", input.toString()), folder.toString());
        } catch (InvalidPathException notAPath) {
            return new Beginning.NotUsable(String.valueOf(directory));
        }
    }

    private static boolean isNewOrEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        if (!(AttributeReader.read(run.input()).get("directory")
                instanceof Value.Text(String directory))) {
            throw new IllegalStateException("an export without a directory: " + run.input());
        }
        try {
            export(run, Path.of(directory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void export(Jobs.Run run, Path directory) throws IOException, Jobs.Stopped {
        Files.createDirectories(directory);
        clear(directory);
        tail.catchUp();
        Columns.View view = columns.view();
        long total = view.snapshot().rows();
        FactCursor facts = view.snapshot().facts();
        long done = 0;
        try (ParquetFiles files = new ParquetFiles(directory, rowsPerFile)) {
            while (facts.next()) {
                files.write(
                        new FactSchema.Row(view.customers().rootOf(facts.profile()), facts.fact()));
                if (++done % ROWS_PER_STEP == 0) {
                    run.step(done, total, Map.of(), null);
                }
            }
            int written = files.finishAll();
            run.step(done, done, Map.of("facts", done, "files", (long) written), null);
        }
    }

    /** What an interrupted run of this job left behind. */
    private static void clear(Path directory) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(directory, "facts-*.{parquet,parquet.draft}")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
