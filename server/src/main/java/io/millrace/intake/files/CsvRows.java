package io.millrace.intake.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Rows of a text file. */
final class CsvRows implements Rows {
    private final CloseableIterator<String[]> records;
    private long number;
    private final int headerRows;

    private CsvRows(CloseableIterator<String[]> records, int headerRows) {
        this.records = records;
        this.headerRows = headerRows;
    }

    static CsvRows open(Path file, Dialect dialect, Limits limits) throws IOException {
        return of(SourceBytes.open(file, limits), dialect, limits);
    }

    static CsvRows of(InputStream bytes, Dialect dialect, Limits limits) throws IOException {
        Reader reader = new InputStreamReader(bytes, dialect.encoding());
        LineGuard guard =
                new LineGuard(reader, limits.lineChars(), dialect.delimiter(), dialect.quote());
        CsvReader<String[]> csv =
                CsvReader.builder()
                        .fieldSeparator(dialect.delimiter())
                        .quoteCharacter(dialect.quote())
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .allowUnclosedQuote(true)
                        .skipEmptyLines(false)
                        .maxBufferSize(limits.lineChars() * 2 + (1 << 16))
                        .build(
                                StringArrayHandler.of(handler ->
                                        handler.maxFields(limits.lineChars() + 2)
                                                .maxFieldSize(limits.lineChars() + 2)
                                                .maxRecordSize(limits.lineChars() * 2)),
                                guard);
        return new CsvRows(csv.iterator(), dialect.headerRows());
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (records.hasNext()) {
                String[] cells = records.next();
                number++;
                if (number == 1) {
                    cells[0] = withoutMark(cells[0]);
                }
                boolean tooLong = cut(cells);
                Row row = new Row(number, cells, tooLong);
                if (number > headerRows && !row.empty()) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean cut(String[] cells) {
        String last = cells[cells.length - 1];
        if (last.isEmpty() || last.charAt(last.length() - 1) != LineGuard.CUT) {
            return false;
        }
        cells[cells.length - 1] = last.substring(0, last.length() - 1);
        return true;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
