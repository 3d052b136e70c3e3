package io.millrace.intake.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.intake.ImportsToMend;
import io.millrace.jobs.Jobs;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Money;
import io.millrace.shared.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that come in: uploaded, looked at, tried, carried out in the background, and undone. */
public interface Imports extends ImportsToMend {
    /**
     * Takes a file to disk as it streams in and says what it seems to hold. Nothing is imported.
     *
     * @throws UnreadableFile if nothing can be read from it
     */
    Upload upload(String filename, InputStream bytes, String by) throws IOException;

    Optional<Upload> findUpload(UUID id);

    /** Queues an import of an uploaded file. */
    Submitted submit(Request request, String by);

    /** Carries out for real what was tried. */
    Submitted runDry(UUID dryRun, String by);

    /** Queues the taking back of everything that an import did. */
    Undoing undo(UUID id, String by);

    Optional<Import> find(UUID id);

    Page<Import> list(@Nullable String cursor, int limit);

    /** Those that {@link #count} counts, newest first; the newest 200. */
    List<Import> withErrors();

    @Override
    default int count() {
        return withErrors().size();
    }

    /**
     * Writes the rejected rows as CSV: the file's own columns and {@code _row, _field, _code,
     * _message}.
     */
    void errors(UUID id, Locale language, OutputStream out) throws IOException;

    List<Template> templates();

    void saveTemplate(Template template);

    boolean deleteTemplate(String name);

    /**
     * An uploaded file and what was guessed from it.
     *
     * @param rows how many rows it has, about
     * @param rowsSampled how many of them were looked at
     */
    record Upload(
            UUID id,
            String filename,
            long bytes,
            String format,
            @Nullable String charset,
            @Nullable String delimiter,
            boolean header,
            List<Column> columns,
            long rows,
            long rowsSampled,
            Kind kindGuess,
            String grainGuess,
            List<Template> templates,
            Instant createdAt) {}

    /**
     * @param guess the field that the column seems to be, for the guessed kind
     * @param guesses the same for every kind
     * @param dates how its dates seem to be written, if it seems to hold dates
     */
    record Column(
            String name,
            List<String> samples,
            @Nullable String guess,
            Map<String, String> guesses,
            @Nullable Dates dates) {}

    /**
     * @param format yyyy-MM-dd, dd/MM/yyyy or MM/dd/yyyy
     * @param ambiguous true if day and month could be the other way round
     */
    record Dates(String format, boolean ambiguous) {}

    /**
     * @param mapping field → column's name; {@code attribute.<name>} fills an attribute of the
     *     customer or a property of the event
     */
    record Request(
            UUID upload,
            Kind kind,
            Map<String, String> mapping,
            Options options,
            boolean dryRun,
            @Nullable String saveTemplate) {}

    /**
     * How to read what a file leaves open; null means the workspace's own.
     *
     * @param zone in which times without an offset are read
     * @param dateFormat the sequence of a date's numbers; null means as the file speaks for
     * @param grain {@code line} or {@code order}: what one row of a file of orders is
     * @param historical true for backfill, which triggers no action; the default for files
     */
    record Options(
            @Nullable String currency,
            @Nullable String zone,
            @Nullable String phoneRegion,
            @Nullable String dateFormat,
            @Nullable String grain,
            @Nullable String source,
            @Nullable Boolean historical) {
        public static final Options NONE = new Options(null, null, null, null, null, null, null);
    }

    /** Answers of {@link #submit} and {@link #runDry}. */
    sealed interface Submitted {
        record Queued(Import accepted) implements Submitted {}

        record Refused(ImportProblem problem, List<FieldProblem> errors) implements Submitted {}
    }

    /** Answers of {@link #undo}. */
    sealed interface Undoing {
        record Queued(UUID job) implements Undoing {}

        record Refused(ImportProblem problem) implements Undoing {}
    }

    /**
     * @param undone when what it did was taken back
     */
    record Import(
            UUID id,
            UUID upload,
            Kind kind,
            String filename,
            Instant createdAt,
            String by,
            Map<String, String> mapping,
            Options options,
            boolean dryRun,
            Jobs.@Nullable Job job,
            Report report,
            @Nullable String errorFile,
            @Nullable Instant undone,
            @Nullable UUID undoJob) {}

    /**
     * What an import came to so far. {@code lines = rows + errors} when it is done.
     *
     * @param lines rows of the file that are not empty
     * @param rows those that were taken
     * @param created orders, customers, products or events that are new
     * @param customers distinct customers in the taken rows
     * @param customersCreated those who were not known before
     * @param exactTotal the exact sum over taken lines of customers, refunds subtracted
     * @param roundedTotal the same in minor units, each order rounded once
     * @param roundingDifference roundedTotal less exactTotal
     * @param anonymousTotal the exact sum over taken lines of nobody known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Report(
            long lines,
            long rows,
            long created,
            long updated,
            long unchanged,
            long errors,
            long customers,
            long customersCreated,
            long orders,
            long anonymousOrders,
            long refunds,
            @Nullable String exactTotal,
            @Nullable Money roundedTotal,
            @Nullable String roundingDifference,
            @Nullable String anonymousTotal,
            List<CurrencyTotal> totals,
            Map<String, Long> byCode) {}

    /** The sums of one currency, if the file has more than one. */
    record CurrencyTotal(
            String currency, String exact, Money rounded, String difference, String anonymous) {}

    /** A mapping that was saved under a name. */
    record Template(String name, Kind kind, Map<String, String> mapping, Options options) {}
}
