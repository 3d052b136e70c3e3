package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.RfmMap;
import io.millrace.kernel.model.RfmRules;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmScoring;
import io.millrace.kernel.model.RfmTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model rfm}: scores, segments and the eight types of a log of transactions. */
final class RfmCommand {
    private static final long MICROS = 1_000_000;

    private final Arguments arguments;
    private final RfmMap map;
    private final Timing timing = new Timing();

    private RfmCommand(Arguments arguments, RfmMap map) {
        this.arguments = arguments;
        this.map = map;
    }

    static ObjectNode run(List<String> line) throws Misuse, Failed, IOException {
        Arguments arguments =
                Arguments.parse(
                        line,
                        TransactionFile.with(
                                "--as-of", "--scale", "--types", "--monetary", "--map", "--scores"),
                        TransactionFile.FLAGS);
        arguments.expect(0, "model rfm takes options only; see ./millrace model rfm --help");
        TransactionFile.required(arguments, "--amount");
        return new RfmCommand(arguments, map(arguments)).score();
    }

    private static RfmMap map(Arguments arguments) throws Misuse {
        return Numbers.word(
                arguments,
                "--map",
                "grid",
                word ->
                        switch (word) {
                            case "grid" -> RfmMap.GRID;
                            case "rfm-r" -> RfmMap.RFM_R;
                            case "eleven" -> RfmMap.ELEVEN;
                            default -> throw new IllegalArgumentException(word);
                        },
                "grid, rfm-r or eleven");
    }

    private RfmRules rules() throws Misuse {
        return new RfmRules(
                Numbers.word(
                        arguments,
                        "--scale",
                        "quintiles",
                        word ->
                                switch (word) {
                                    case "quintiles" -> new RfmRules.Scale.Quintiles();
                                    case "rfm-r" ->
                                            new RfmRules.Scale.RfmR((long) AmountText.SCALE);
                                    case "ranked" -> new RfmRules.Scale.RankedFrequency();
                                    default -> throw new IllegalArgumentException(word);
                                },
                        "quintiles, rfm-r or ranked"),
                new RfmRules.Weights(1, 1, 1),
                Numbers.word(
                        arguments,
                        "--types",
                        "mean",
                        word ->
                                switch (word) {
                                    case "mean" -> new RfmRules.Types.Mean();
                                    case "median" -> new RfmRules.Types.Median();
                                    default -> throw new IllegalArgumentException(word);
                                },
                        "mean or median"),
                Numbers.word(
                        arguments,
                        "--monetary",
                        "total",
                        word ->
                                switch (word) {
                                    case "total" -> RfmRules.Monetary.TOTAL;
                                    case "average" -> RfmRules.Monetary.AVERAGE_ORDER;
                                    default -> throw new IllegalArgumentException(word);
                                },
                        "total or average"));
    }

    private ObjectNode score() throws Misuse, Failed, IOException {
        RfmRules rules = rules();
        String asOf = arguments.option("--as-of").orElse("");
        TransactionFile file = TransactionFile.open(arguments);
        OrderSums sums = new OrderSums();
        file.read(sums);
        String[] ids = file.ids();
        int[] places = file.places(ids);
        timing.done("readSeconds");
        long end =
                asOf.isEmpty()
                        ? Math.floorDiv(sums.last(), 86_400L) * 86_400 + 86_400
                        : TransactionFile.day(asOf, "--as-of") * 86_400L;
        RfmTable table = sums.table(places, end, MICROS);
        if (table.size() == 0) {
            throw new Failed("model.no-rows", "nobody bought before --as-of " + asOf);
        }
        RfmScores scores = RfmScoring.score(table, rules);
        timing.done("scoreSeconds");
        ObjectNode result = Json.object().put("command", "model rfm");
        ObjectNode data = file.json();
        data.put("customers", table.size())
                .put("asOf", TransactionFile.date((int) Math.floorDiv(end, 86_400L)));
        result.set("data", data);
        means(result, table);
        limits(result, scores);
        counts(result, scores);
        segments(result, scores);
        types(result, scores);
        write(result, scores, ids);
        result.set("timing", timing.json());
        return result;
    }

    private static void means(ObjectNode result, RfmTable table) {
        double recency = 0;
        long frequency = 0;
        long monetary = 0;
        for (int row = 0; row < table.size(); row++) {
            recency += table.recencyDays(row);
            frequency += table.frequency(row);
            monetary += table.monetary(row);
        }
        ObjectNode means = Json.object();
        Json.put(means, "recencyDays", recency / table.size());
        Json.put(means, "frequency", (double) frequency / table.size());
        Json.put(means, "monetary", monetary / AmountText.SCALE / table.size());
        result.set("means", means);
    }

    private static void limits(ObjectNode result, RfmScores scores) {
        ObjectNode limits = Json.object();
        limits.set("recencyDays", array(scores.limits().recencyDays(), 1));
        limits.set("frequency", array(scores.limits().frequency(), 1));
        limits.set("monetary", array(scores.limits().monetary(), AmountText.SCALE));
        result.set("limits", limits);
    }

    private static ArrayNode array(List<Long> limits, double scale) {
        return Json.array(
                limits.stream()
                        .mapToDouble(l -> l == Long.MAX_VALUE ? Double.NaN : l / scale)
                        .toArray());
    }

    private static void counts(ObjectNode result, RfmScores scores) {
        int[][] counts = new int[3][5];
        for (int row = 0; row < scores.table().size(); row++) {
            counts[0][scores.r(row) - 1]++;
            counts[1][scores.f(row) - 1]++;
            counts[2][scores.m(row) - 1]++;
        }
        ArrayNode rows = Json.array();
        for (int score = 1; score <= 5; score++) {
            rows.addObject()
                    .put("score", score)
                    .put("r", counts[0][score - 1])
                    .put("f", counts[1][score - 1])
                    .put("m", counts[2][score - 1]);
        }
        result.set("customersByScore", rows);
    }

    private void segments(ObjectNode result, RfmScores scores) {
        Map<String, long[]> sums = new TreeMap<>();
        for (int row = 0; row < scores.table().size(); row++) {
            long[] sum = sums.computeIfAbsent(segment(scores, row), key -> new long[2]);
            sum[0]++;
            sum[1] += scores.table().monetary(row);
        }
        ArrayNode rows = Json.array();
        sums.forEach((name, sum) -> {
            ObjectNode row = Json.object().put("segment", name).put("customers", sum[0]);
            rows.add(Json.put(row, "revenue", sum[1] / AmountText.SCALE));
        });
        result.put("map", map.name());
        result.set("segments", rows);
    }

    private static void types(ObjectNode result, RfmScores scores) {
        ArrayNode rows = Json.array();
        for (RfmScores.TypeTotal total : scores.typeTotals()) {
            ObjectNode row =
                    Json.object()
                            .put("type", total.type().key())
                            .put("chinese", total.type().chinese())
                            .put("customers", total.customers());
            rows.add(Json.put(row, "revenue", total.revenue() / AmountText.SCALE));
        }
        result.set("types", rows);
    }

    private String segment(RfmScores scores, int row) {
        return map.of(scores.r(row), scores.f(row), scores.m(row));
    }

    private void write(ObjectNode result, RfmScores scores, String[] ids)
            throws Failed, IOException {
        String name = arguments.option("--scores").orElse("");
        if (name.isEmpty()) {
            return;
        }
        RfmTable table = scores.table();
        try (BufferedWriter writer =
                Files.newBufferedWriter(Path.of(name), StandardCharsets.UTF_8)) {
            writer.write("id,recency_days,frequency,monetary,r,f,m,segment,type\n");
            for (int row = 0; row < table.size(); row++) {
                UUID customer = table.customer(row);
                writer.write(
                        String.join(
                                        ",",
                                        Csv.cell(ids[(int) customer.getLeastSignificantBits()]),
                                        String.valueOf(table.recencyDays(row)),
                                        String.valueOf(table.frequency(row)),
                                        String.valueOf(table.monetary(row) / AmountText.SCALE),
                                        String.valueOf(scores.r(row)),
                                        String.valueOf(scores.f(row)),
                                        String.valueOf(scores.m(row)),
                                        segment(scores, row),
                                        scores.type(row).key())
                                + "\n");
            }
        }
        result.put("scores", name);
    }
}
