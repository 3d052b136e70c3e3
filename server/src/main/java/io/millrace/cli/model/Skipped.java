package io.millrace.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;

/** Rows that could not be used, by reason, with the first lines of each. */
final class Skipped {
    private static final int SHOWN = 3;

    private static final class Reason {
        private long rows;
        private final List<Long> lines = new ArrayList<>();
    }

    private final Map<String, Reason> reasons = new TreeMap<>();

    void add(String reason, long line) {
        Reason of = reasons.computeIfAbsent(reason, key -> new Reason());
        of.rows++;
        if (of.lines.size() < SHOWN) {
            of.lines.add(line);
        }
    }

    long rows() {
        return reasons.values().stream().mapToLong(reason -> reason.rows).sum();
    }

    ArrayNode json() {
        ArrayNode array = Json.array();
        reasons.forEach((name, reason) -> {
            ArrayNode lines = Json.array();
            reason.lines.forEach(lines::add);
            array.addObject().put("reason", name).put("rows", reason.rows).set("firstLines", lines);
        });
        return array;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        reasons.forEach((name, reason) ->
                parts.add(
                        "%,d × %s (line %s)"
                                .formatted(reason.rows, name, reason.lines.getFirst())));
        return String.join(", ", parts);
    }
}
