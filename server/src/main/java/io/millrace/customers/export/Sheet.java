package io.millrace.customers.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.millrace.customers.export.CustomerExports.Format;
import io.millrace.shared.SpreadsheetText;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A file that is written row by row; what is written is not held. */
interface Sheet extends Closeable {
    /**
     * @param cells texts, numbers or nulls
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    static Sheet of(Format format, OutputStream out, boolean mark, List<String> head)
            throws IOException {
        Sheet sheet =
                switch (format) {
                    case CSV -> new Csv(out, mark);
                    case XLSX -> new Excel(out, head);
                };
        sheet.row(head);
        return sheet;
    }

    /** RFC 4180, UTF-8. */
    final class Csv implements Sheet {
        private final Writer writer;
        private final CsvWriter csv;

        Csv(OutputStream out, boolean mark) throws IOException {
            writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            if (mark) {
                writer.write(SpreadsheetText.MARK);
            }
            csv = CsvWriter.builder().build(writer);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            List<String> texts = new ArrayList<>(cells.size());
            for (Object cell : cells) {
                texts.add(text(cell));
            }
            csv.writeRecord(texts);
        }

        private static String text(@Nullable Object cell) {
            return switch (cell) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                default -> SpreadsheetText.safe(cell.toString());
            };
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            writer.flush();
        }
    }

    /** One workbook; where a sheet is full, another one follows with the same head. */
    final class Excel implements Sheet {
        private static final int MOST_ROWS = 1_048_576;
        private static final int ROWS_HELD = 1_000;

        private final Workbook workbook;
        private final List<String> head;
        private Worksheet sheet;
        private int sheets = 1;
        private int next;

        Excel(OutputStream out, List<String> head) {
            this.workbook = new Workbook(out, "Millrace", null);
            this.head = head;
            this.sheet = workbook.newWorksheet("1");
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            if (next == MOST_ROWS) {
                sheet.finish();
                sheet = workbook.newWorksheet(Integer.toString(++sheets));
                next = 0;
                row(head);
            }
            for (int i = 0; i < cells.size(); i++) {
                switch (cells.get(i)) {
                    case null -> {}
                    case Number number -> sheet.value(next, i, number);
                    case Object text ->
                            sheet.inlineString(next, i, SpreadsheetText.safe(text.toString()));
                }
            }
            if (++next % ROWS_HELD == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }
}
