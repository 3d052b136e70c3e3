package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All rows of a file as text, by column. A cell that is empty or says that nothing is known is
 * missing.
 */
record DataTable(DataFile file, Columns columns, List<String[]> rows) {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?", "none");

    static DataTable read(String name, Arguments arguments, boolean headerless)
            throws Misuse, Failed, IOException {
        DataFile file = DataFile.open(name, arguments);
        List<String[]> rows = new ArrayList<>();
        file.read((line, fields) -> {
            if (fields.length > 1 || !fields[0].isBlank()) {
                rows.add(fields);
            }
            return true;
        });
        if (rows.isEmpty()) {
            throw new Failed("model.no-rows", name + " is empty");
        }
        String[] first = rows.getFirst();
        boolean header = !headerless && !allNumbers(first);
        Columns columns = new Columns(first, header);
        return new DataTable(file, columns, header ? rows.subList(1, rows.size()) : rows);
    }

    int width() {
        return columns.first().length;
    }

    String cell(int row, int column) {
        String[] cells = rows.get(row);
        return column < cells.length ? cells[column].strip() : "";
    }

    boolean missing(int row, int column) {
        return MISSING.contains(cell(row, column).toLowerCase(Locale.ROOT));
    }

    /** NaN where missing or no number. */
    double number(int row, int column) {
        return missing(row, column) ? Double.NaN : number(cell(row, column));
    }

    /** All cells that are not missing are numbers, and there is one. */
    boolean numeric(int column) {
        boolean any = false;
        for (int row = 0; row < rows.size(); row++) {
            if (!missing(row, column)) {
                if (Double.isNaN(number(cell(row, column)))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static boolean allNumbers(String[] cells) {
        for (String cell : cells) {
            if (Double.isNaN(number(cell.strip()))) {
                return false;
            }
        }
        return true;
    }

    private static double number(String text) {
        if (text.isEmpty() || !text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
