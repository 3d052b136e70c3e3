package io.millrace.customers.export;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes lists of customers out as CSV or Excel files. A file has exactly the rows that the list
 * counts, in the order of the customers' ids, and shows each value as the list shows it to the same
 * person.
 */
public interface CustomerExports {
    /** What a file can show, in the order in which it is offered. */
    List<Column> columns();

    /** Queues a file; it is written in the background and kept for some days. */
    Begun begin(Wanted wanted, Caller caller);

    /** One's own file, or another's of somebody who sees no more than the caller. */
    Optional<Export> find(UUID id, Caller caller);

    /** The newest files that the caller may have. */
    List<Export> list(Caller caller);

    /** Makes a file ready to be written as it is read. */
    Opened open(Wanted wanted, Caller caller);

    /**
     * @param key {@code name}, {@code identity.email}, {@code attribute.city}, {@code rfm.type} …
     * @param basic true if a file shows it unless somebody chooses
     */
    record Column(String key, String group, Label label, boolean basic) {}

    /** How a file is written. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** As files and requests call it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param query whom; its order and its page do not matter
     * @param columns keys of columns; empty for the basic ones
     * @param mark true if a CSV begins with the mark by which Excel knows UTF-8
     * @param language of the head
     * @param name of the file, without an ending; null for the usual one
     */
    record Wanted(
            Query query,
            Format format,
            List<String> columns,
            boolean mark,
            Locale language,
            @Nullable String name) {
        public Wanted {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param state {@code writing}, {@code ready}, {@code failed} or {@code removed}
     * @param rows null until it is ready
     * @param path where it lies, if it is ready
     */
    record Export(
            UUID id,
            UUID job,
            String filename,
            Format format,
            String state,
            @Nullable Long rows,
            String by,
            Instant createdAt,
            @Nullable Path path) {}

    /** Answers of {@link #begin}. */
    sealed interface Begun {
        record Queued(UUID id, UUID job, long rows) implements Begun {}

        record Invalid(List<FieldProblem> errors) implements Begun {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Answers of {@link #open}. */
    sealed interface Opened {
        /**
         * @param rows without the head
         */
        record Ready(String filename, long rows, Content content) implements Opened {}

        record Invalid(List<FieldProblem> errors) implements Opened {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
