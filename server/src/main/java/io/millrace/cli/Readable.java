package io.millrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A result for people: lines of names and values, and tables where there are many of a kind. */
final class Readable {
    private static final int ROWS = 30;

    private final StringBuilder text = new StringBuilder();

    private Readable() {}

    static String of(JsonNode result) {
        Readable readable = new Readable();
        readable.object(result, "");
        return readable.text.toString().stripTrailing();
    }

    private void object(JsonNode node, String indent) {
        int width = 0;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (simple(entry.getValue())) {
                width = Math.max(width, words(entry.getKey()).length());
            }
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (simple(entry.getValue())) {
                String name = words(entry.getKey());
                String gap = " ".repeat(width - name.length() + 2);
                line(indent + name + gap + value(entry.getValue()));
            }
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode value = entry.getValue();
            if (!simple(value) && !value.isEmpty()) {
                line("");
                line(indent + words(entry.getKey()));
                if (value.isObject()) {
                    object(value, indent + "  ");
                } else {
                    table(value, indent + "  ");
                }
            }
        }
    }

    private static boolean simple(JsonNode value) {
        return !value.isContainer() || value.isArray() && !value.isEmpty() && flat(value);
    }

    private static boolean flat(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isContainer()) {
                return false;
            }
        }
        return true;
    }

    private void table(JsonNode rows, String indent) {
        Set<String> names = new java.util.LinkedHashSet<>();
        rows.forEach(row -> row.properties().forEach(entry -> names.add(entry.getKey())));
        List<String> columns = List.copyOf(names);
        List<String[]> lines = new ArrayList<>();
        lines.add(columns.stream().map(Readable::words).toArray(String[]::new));
        Set<Integer> left = new TreeSet<>();
        int shown = Math.min(ROWS, rows.size());
        for (int i = 0; i < shown; i++) {
            String[] cells = new String[columns.size()];
            for (int c = 0; c < cells.length; c++) {
                JsonNode value = rows.get(i).path(columns.get(c));
                cells[c] = value(value);
                if (!value.isNumber() && !value.isMissingNode()) {
                    left.add(c);
                }
            }
            lines.add(cells);
        }
        aligned(lines, left, indent);
        if (shown < rows.size()) {
            line(indent + "… %,d more with --json".formatted(rows.size() - shown));
        }
    }

    private void aligned(List<String[]> lines, Set<Integer> left, String indent) {
        int[] width = new int[lines.getFirst().length];
        for (String[] cells : lines) {
            for (int c = 0; c < cells.length; c++) {
                width[c] = Math.max(width[c], cells[c].length());
            }
        }
        for (String[] cells : lines) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < cells.length; c++) {
                String gap = " ".repeat(width[c] - cells[c].length());
                line.append(left.contains(c) ? cells[c] + gap : gap + cells[c]).append("  ");
            }
            line(line.toString().stripTrailing());
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String value(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(element -> parts.add(value(element)));
            return String.join(", ", parts);
        }
        if (value.isNull() || value.isMissingNode()) {
            return "–";
        }
        if (value.isIntegralNumber()) {
            return "%,d".formatted(value.asLong());
        }
        return value.isNumber() ? number(value.asDouble()) : value.asString("");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e12)) {
            return String.format(Locale.ROOT, "%.6g", value);
        }
        int decimals = size >= 1e5 ? 3 : size >= 100 ? 4 : 6;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** {@code meanAbsolute} as "mean absolute". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
