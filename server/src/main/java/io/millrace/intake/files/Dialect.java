package io.millrace.intake.files;

import java.nio.charset.Charset;

/**
 * How a file is written.
 *
 * @param format csv or xlsx
 * @param headerRows rows before the first row of data: 0 or 1, and blank ones above
 */
record Dialect(String format, String charset, char delimiter, char quote, int headerRows) {
    static final String CSV = "csv";
    static final String XLSX = "xlsx";

    boolean excel() {
        return format.equals(XLSX);
    }

    Charset encoding() {
        return Charset.forName(charset);
    }

    Dialect withDelimiter(char other) {
        return new Dialect(format, charset, other, quote, headerRows);
    }

    Dialect withHeaderRows(int rows) {
        return new Dialect(format, charset, delimiter, quote, rows);
    }
}
