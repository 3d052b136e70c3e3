package io.millrace.audiences.lists;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fills lists of customers from uploaded files. A line that names nobody known is kept, sealed,
 * with its reason: it can be put right and tried again, also after more customers have come.
 */
public interface ListFiles {
    /**
     * Looks into the first rows of a file and says what each column seems to be.
     *
     * @return empty if there is no such file (any more)
     */
    Optional<Look> look(UUID upload) throws IOException;

    /** Queues the reading of a whole file. */
    Started start(Request request, String by) throws IOException;

    Optional<Fill> find(UUID fill);

    /** The files from which a list was filled, newest first; the newest 50. */
    List<Fill> of(UUID audience);

    /** The first lines of a fill that name nobody known; at most 20. */
    List<Line> examples(UUID fill);

    /** The lines of a list in which nobody was found yet, as they came. */
    Page<Line> waiting(UUID audience, @Nullable String cursor, int limit, boolean total);

    /** The whole text of a line that waits. */
    Optional<String> text(UUID audience, UUID fill, long line);

    /** Tries a line that waits again with another text. */
    Mended mend(UUID audience, UUID fill, long line, String text);

    /** False if there is no such line that waits. */
    boolean dismiss(UUID audience, UUID fill, long line);

    /** Lets nobody wait for these lines any more; answers how many there were. */
    int dismissAll(UUID audience);

    /** Queues another try of all lines that wait; answers the job. */
    UUID tryAgain(UUID audience);

    /**
     * @param header whether the first row seems to be a header
     * @param headerNames true if what seems to be a header names a customer
     * @param rows about how many rows there are
     * @param looked how many of them were looked at
     * @param column the place of the column that names customers best, and what is in it; null if
     *     no column finds anybody
     */
    record Look(
            UUID upload,
            String filename,
            boolean header,
            boolean headerNames,
            long rows,
            int looked,
            List<Column> columns,
            @Nullable Integer column,
            String kind) {}

    /**
     * @param filled of the looked at rows, how many have something in this column
     * @param kinds how many customers it finds if it is read as this or that, most first
     */
    record Column(String name, int filled, List<Reading> kinds) {}

    /**
     * @param kind as {@code NameKind} writes it
     */
    record Reading(String kind, int found) {}

    /**
     * @param audience the list; null to try a file for one that is not there yet
     * @param verb {@code add} or {@code remove}
     * @param column by its name
     * @param kind as {@code NameKind} writes it
     * @param headerToo true if the row that seems to be a header names a customer as well
     */
    record Request(
            @Nullable UUID audience,
            String verb,
            UUID upload,
            String column,
            String kind,
            boolean headerToo,
            boolean dryRun) {}

    /** Answers of {@link #start}. */
    sealed interface Started {
        record Queued(Fill fill) implements Started {}

        record Invalid(List<FieldProblem> errors) implements Started {}

        /** There is no such file, or it is deleted by now. */
        record NoSuchFile() implements Started {}

        record NoSuchList() implements Started {}
    }

    /** Answers of {@link #mend}. */
    sealed interface Mended {
        /** The customer was found, and is on the list (or off it) now. */
        record Found() implements Mended {}

        /**
         * @param reason as {@link Line} has it
         */
        record StillUnknown(String reason) implements Mended {}

        record NoSuchLine() implements Mended {}
    }

    /**
     * @param job that reads the file
     */
    record Fill(
            UUID id,
            @Nullable UUID audience,
            String verb,
            UUID upload,
            String filename,
            String column,
            String kind,
            boolean dryRun,
            UUID job,
            Report report,
            String by,
            Instant at) {}

    /**
     * {@code lines = customers + repeated + unknown} when it is done.
     *
     * @param customers the different customers whom the file names
     * @param repeated lines that name a customer whom a line before names already
     * @param unknown lines that name nobody known
     * @param changed of the customers, how many were added (or taken off)
     * @param already of the customers, how many were on the list before (or were not)
     */
    record Report(
            long lines, long customers, long repeated, long unknown, long changed, long already) {
        static final Report NONE = new Report(0, 0, 0, 0, 0, 0);
    }

    /**
     * @param line as a person counts them in the file
     * @param text masked
     * @param reason {@code blank}, {@code impossible}, {@code unknown} or {@code cut}
     */
    record Line(UUID fill, String filename, long line, String text, String kind, String reason) {}
}
