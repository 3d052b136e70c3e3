package io.millrace.intake.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** Rows of an Excel workbook's first sheet, one at a time. */
final class ExcelRows implements Rows {
    private static final MathContext EXCEL_DIGITS = new MathContext(15);
    private static final long SHARED_TEXTS = 512L << 20;

    private final ReadableWorkbook workbook;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final int headerRows;

    private ExcelRows(ReadableWorkbook workbook, int headerRows) throws IOException {
        this.workbook = workbook;
        this.rows = workbook.getFirstSheet().openStream().iterator();
        this.headerRows = headerRows;
    }

    static ExcelRows open(Path file, Dialect dialect, Limits limits) throws IOException {
        check(file, limits);
        try {
            ReadableWorkbook workbook =
                    new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
            return new ExcelRows(workbook, dialect.headerRows());
        } catch (ExcelReaderException e) {
            throw broken(e);
        }
    }

    /** A workbook is a zip archive; what it swells to is known before it is read. */
    private static void check(Path file, Limits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFile(ImportProblem.UNKNOWN_FORMAT);
            }
            long packed = 0;
            long unpacked = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                packed += Math.max(0, entry.getCompressedSize());
                unpacked += Math.max(0, entry.getSize());
                limits.check(packed, unpacked);
                if (entry.getName().endsWith("sharedStrings.xml")
                        && entry.getSize() > SHARED_TEXTS) {
                    throw new UnreadableFile(ImportProblem.TOO_BIG, SHARED_TEXTS >> 30);
                }
            }
        } catch (ZipException e) {
            throw broken(e);
        }
    }

    private static UnreadableFile broken(Exception cause) {
        UnreadableFile broken = new UnreadableFile(ImportProblem.BROKEN_ARCHIVE);
        broken.initCause(cause);
        return broken;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row next = rows.next();
                String[] cells = new String[next.getCellCount()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = text(next.getCell(i));
                }
                Row row = new Row(next.getRowNum(), cells, false);
                if (next.getRowNum() > headerRows && !row.empty()) {
                    return row;
                }
            }
            return null;
        } catch (ExcelReaderException e) {
            throw broken(e);
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return date(cell) ? date(cell.asDate()) : plain(cell.asNumber());
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** Excel knows fifteen digits; what it writes beyond them is the noise of binary fractions. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : number.round(EXCEL_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String date(@Nullable LocalDateTime at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }

    private static boolean date(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 || (bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
