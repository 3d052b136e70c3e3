package io.millrace.shared;

import java.util.regex.Pattern;

/** Texts for files that people open in a spreadsheet. */
public interface SpreadsheetText {
    /** Excel takes a text file for UTF-8 only if it begins with this mark. */
    char MARK = '\uFEFF';

    Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]+)?");

    /** A cell that a spreadsheet would carry out as a formula is made a text; numbers stay. */
    static String safe(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) {
            return cell;
        }
        return NUMBER.matcher(cell).matches() ? cell : "'" + cell;
    }
}
