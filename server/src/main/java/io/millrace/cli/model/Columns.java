package io.millrace.cli.model;

import io.millrace.cli.Misuse;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds columns by their name or by their number from 1 on.
 *
 * @param header whether the first row names the columns
 */
record Columns(String[] first, boolean header) {
    /**
     * @param given how the columns are asked for
     */
    static Columns of(String[] first, boolean headerless, String... given) {
        boolean numbered = Arrays.stream(given).allMatch(column -> number(column) > 0);
        return new Columns(first, !headerless && !numbered);
    }

    int index(String column) throws Misuse {
        int number = number(column);
        if (number > 0 && number <= first.length) {
            return number - 1;
        }
        int found = header ? find(first, column) : -1;
        if (found < 0) {
            throw new Misuse(
                    "there is no column \"%s\"; the file has %s"
                            .formatted(
                                    column,
                                    header
                                            ? String.join(", ", first)
                                            : first.length + " columns without names"));
        }
        return found;
    }

    String name(int index) {
        return header ? first[index].strip() : "column " + (index + 1);
    }

    private static int find(String[] names, String column) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].strip().equals(column.strip())) {
                return i;
            }
        }
        String wanted = column.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.length; i++) {
            if (names[i].strip().toLowerCase(Locale.ROOT).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int number(String column) {
        return column.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(column) : -1;
    }
}
