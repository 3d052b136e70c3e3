package io.millrace.intake.files;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other, header and empty rows left out. */
interface Rows extends Closeable {
    /** The next row, or null after the last one. */
    @Nullable Row next() throws IOException;

    /**
     * @param number as a person counts them: the file's first line is 1
     * @param cells as many as the row has; a missing cell is an empty text
     * @param tooLong true if the row was cut because it is longer than a row can be
     */
    record Row(long number, String[] cells, boolean tooLong) {
        String cell(int column) {
            return column < cells.length ? cells[column] : "";
        }

        boolean empty() {
            for (String cell : cells) {
                if (!cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }
}
