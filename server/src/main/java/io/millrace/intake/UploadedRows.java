package io.millrace.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of an uploaded file, for modules that take something else from it than imports do. */
public interface UploadedRows {
    /**
     * Opens a file at its first row of data.
     *
     * @param headerToo true if the row that seems to be a header is data as well
     */
    Opening open(UUID upload, boolean headerToo) throws IOException;

    /** Answers of {@link #open}. */
    sealed interface Opening {
        record Opened(Rows rows) implements Opening {}

        record NoSuchFile() implements Opening {}

        /** It was uploaded, and is deleted by now. */
        record Gone() implements Opening {}
    }

    /** A file that is being read, by one thread; close it. */
    interface Rows extends Closeable {
        String filename();

        /** What its columns are called; {@code Column 1} and so on if it has no header. */
        List<String> columns();

        /** Whether the first row seems to be a header. */
        boolean header();

        /** How many rows there are, about. */
        long about();

        /** The next row that is not empty; null after the last one. */
        @Nullable Row next() throws IOException;
    }

    /**
     * @param number as a person counts them: the file's first line is 1
     * @param cells without blanks around them; whole numbers without {@code .0} behind
     * @param cut true if the row was longer than a row can be, and its end is missing
     */
    record Row(long number, List<String> cells, boolean cut) {
        /** An empty text if the row has no such cell. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
