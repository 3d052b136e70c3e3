package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.churn.Cases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cases of a file, which of them are learnt from, and what happened to each.
 *
 * @param row the rows of the file that are used, from 1 on without the header
 * @param learning indices of cases
 * @param held indices of cases
 */
record ChurnData(
        Cases cases, boolean[] positive, int[] row, int[] learning, int[] held, ObjectNode report) {
    private static final int MANY = 100;

    static ChurnData read(Arguments arguments, boolean keepGaps)
            throws Misuse, Failed, IOException {
        DataTable table =
                DataTable.read(
                        TransactionFile.required(arguments, "--file"),
                        arguments,
                        arguments.has("--no-header"));
        int target = table.columns().index(TransactionFile.required(arguments, "--target"));
        ArrayNode unused = Json.array();
        int[] features = features(table, target, arguments, keepGaps, unused);
        int[] rows =
                IntStream.range(0, table.rows().size())
                        .filter(row -> !table.missing(row, target))
                        .filter(row ->
                                keepGaps
                                        || Arrays.stream(features)
                                                .noneMatch(c -> table.missing(row, c)))
                        .toArray();
        boolean[] positive = positive(table, target, rows, arguments);
        int nth = Numbers.whole(arguments, "--holdout", 0, 0, Integer.MAX_VALUE);
        if (nth == 1) {
            throw new Misuse("--holdout 1 leaves nothing to learn from");
        }
        int[] learning = every(rows.length, nth, false);
        enough(positive, learning);
        ObjectNode report = Json.object();
        report.put("rows", table.rows().size())
                .put("used", rows.length)
                .put("droppedForGaps", table.rows().size() - rows.length)
                .put("positives", count(positive, IntStream.range(0, rows.length).toArray()))
                .put("learntFrom", learning.length)
                .put("features", features.length);
        report.set("notUsed", unused);
        return new ChurnData(
                cases(table, features, rows),
                positive,
                Arrays.stream(rows).map(row -> row + 1).toArray(),
                learning,
                every(rows.length, nth, true),
                report);
    }

    boolean[] truth(int[] which) {
        boolean[] truth = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            truth[i] = positive[which[i]];
        }
        return truth;
    }

    static int count(boolean[] positive, int[] which) {
        int count = 0;
        for (int i : which) {
            count += positive[i] ? 1 : 0;
        }
        return count;
    }

    private static void enough(boolean[] positive, int[] learning) throws Failed {
        int ones = count(positive, learning);
        if (Math.min(ones, learning.length - ones) < 10) {
            throw new Failed(
                    "model.too-little-data",
                    "%,d cases of one class and %,d of the other to learn from, and 10 of each are"
                                    .formatted(ones, learning.length - ones)
                            + " needed");
        }
    }

    private static int[] every(int size, int nth, boolean held) {
        return IntStream.range(0, size)
                .filter(i -> (nth > 0 && (i + 1) % nth == 0) == held)
                .toArray();
    }

    private static boolean[] positive(DataTable table, int target, int[] rows, Arguments arguments)
            throws Misuse {
        String value = TransactionFile.required(arguments, "--positive").strip();
        Set<String> values = new TreeSet<>();
        boolean[] positive = new boolean[rows.length];
        boolean any = false;
        for (int i = 0; i < rows.length; i++) {
            String cell = table.cell(rows[i], target);
            positive[i] = cell.equals(value);
            any |= positive[i];
            if (values.size() < 10) {
                values.add(cell);
            }
        }
        if (!any) {
            throw new Misuse(
                    "no row has %s = \"%s\"; there are %s"
                            .formatted(
                                    table.columns().name(target),
                                    value,
                                    String.join(", ", values)));
        }
        return positive;
    }

    private static int[] features(
            DataTable table, int target, Arguments arguments, boolean many, ArrayNode unused)
            throws Misuse {
        Set<Integer> excluded = new HashSet<>(List.of(target));
        for (String name : arguments.option("--exclude").orElse("").split(",")) {
            if (!name.isBlank()) {
                excluded.add(table.columns().index(name.strip()));
            }
        }
        List<Integer> features = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            String reason = excluded.contains(c) ? "excluded" : reason(table, c, many);
            if (reason.isEmpty()) {
                features.add(c);
            } else if (c != target) {
                unused.addObject().put("column", table.columns().name(c)).put("reason", reason);
            }
        }
        if (features.isEmpty()) {
            throw new Misuse("there is no column left to learn from");
        }
        return features.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Why a column cannot be used; empty if it can. */
    private static String reason(DataTable table, int column, boolean many) {
        if (table.numeric(column)) {
            return "";
        }
        Set<String> words = new HashSet<>();
        int known = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            if (!table.missing(row, column)) {
                words.add(table.cell(row, column));
                known++;
            }
        }
        if (known == 0) {
            return "empty";
        }
        if (words.size() > 20 && words.size() * 2 > known) {
            return "looks like an id: a word of its own in most rows";
        }
        return many || words.size() <= MANY ? "" : "more than " + MANY + " different words";
    }

    private static Cases cases(DataTable table, int[] features, int[] rows) {
        Cases cases = new Cases(rows.length);
        for (int column : features) {
            String name = table.columns().name(column);
            if (table.numeric(column)) {
                cases.numeric(
                        name,
                        Arrays.stream(rows)
                                .mapToDouble(row -> table.number(row, column))
                                .toArray());
            } else {
                cases.words(
                        name,
                        Arrays.stream(rows)
                                .mapToObj(row ->
                                        table.missing(row, column) ? "" : table.cell(row, column))
                                .toArray(String[]::new));
            }
        }
        return cases;
    }
}
