package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.cluster.ClusterCount;
import io.millrace.kernel.model.cluster.Grouping;
import io.millrace.kernel.model.cluster.KMeans;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model kmeans}: clusters of the rows of a file by its columns of numbers. */
final class KMeansCommand {
    private static final Set<String> OPTIONS =
            Set.of(
                    "--file",
                    "--columns",
                    "--k",
                    "--starts",
                    "--seed",
                    "--scale",
                    "--labels",
                    "--charset",
                    "--delimiter");
    private static final int SILHOUETTE_ROWS = 20_000;

    private KMeansCommand() {}

    static ObjectNode run(List<String> line) throws Misuse, Failed, IOException {
        Timing timing = new Timing();
        Arguments arguments = Arguments.parse(line, OPTIONS, Set.of("--no-header"));
        arguments.expect(0, "model kmeans takes options only");
        boolean choose = arguments.option("--k").filter("auto"::equals).isPresent();
        int least = choose ? ClusterCount.FEWEST : Numbers.whole(arguments, "--k", 3, 1, 1000);
        int starts = Numbers.whole(arguments, "--starts", 20, 1, 10_000);
        int seed = Numbers.whole(arguments, "--seed", 1, 0, Integer.MAX_VALUE);
        Scaling scaling =
                Numbers.word(
                        arguments,
                        "--scale",
                        "none",
                        word ->
                                Scaling.valueOf(
                                        word.toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                        "none, z or log-z");
        DataTable table =
                DataTable.read(
                        TransactionFile.required(arguments, "--file"),
                        arguments,
                        arguments.has("--no-header"));
        int[] columns = columns(table, arguments);
        int[] rows = complete(table, columns);
        if (rows.length < least) {
            throw new Failed(
                    "model.too-little-data",
                    "%,d rows without a gap, and %d clusters".formatted(rows.length, least));
        }
        rows = canonical(table, columns, rows);
        double[][] points = scaling.apply(points(table, columns, rows));
        timing.done("readSeconds");
        ClusterCount count = choose ? ClusterCount.of(points, 0, seed) : null;
        int k = count == null ? least : count.chosen();
        timing.done("chooseSeconds");
        KMeans.Clustering best = KMeans.cluster(points, k, starts, seed);
        timing.done("clusterSeconds");
        ObjectNode result = Json.object().put("command", "model kmeans");
        result.put("rows", table.rows().size())
                .put("used", rows.length)
                .put("incompleteRows", table.rows().size() - rows.length)
                .put("k", k)
                .put("starts", starts)
                .put("seed", seed)
                .put("scale", scaling.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        if (count != null) {
            result.set("choice", choice(count));
        }
        Json.put(result, "inertia", best.inertia());
        if (k > 1 && rows.length <= SILHOUETTE_ROWS) {
            Json.put(result, "silhouette", KMeans.silhouette(points, best));
            timing.done("silhouetteSeconds");
        }
        result.set("clusters", clusters(table, columns, rows, best));
        write(result, arguments, best, rows);
        result.set("timing", timing.json());
        return result;
    }

    private static int[] columns(DataTable table, Arguments arguments) throws Misuse {
        String given = arguments.option("--columns").orElse("");
        List<Integer> columns = new ArrayList<>();
        if (given.isEmpty()) {
            for (int c = 0; c < table.width(); c++) {
                if (table.numeric(c)) {
                    columns.add(c);
                }
            }
        } else {
            for (String name : given.split(",")) {
                columns.add(table.columns().index(name));
            }
        }
        if (columns.isEmpty()) {
            throw new Misuse("the file has no column of numbers");
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] complete(DataTable table, int[] columns) {
        return java.util.stream.IntStream.range(0, table.rows().size())
                .filter(row ->
                        java.util.Arrays.stream(columns)
                                .noneMatch(c -> Double.isNaN(table.number(row, c))))
                .toArray();
    }

    /** By their figures, so that the same rows in another order give the same clusters. */
    private static int[] canonical(DataTable table, int[] columns, int[] rows) {
        return java.util.Arrays.stream(Grouping.canonical(points(table, columns, rows)))
                .mapToInt(place -> rows[place])
                .toArray();
    }

    private static ObjectNode choice(ClusterCount count) {
        ObjectNode choice =
                Json.object()
                        .put(
                                "why",
                                count.why()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'))
                        .put("rowsLookedAt", count.looked())
                        .put("resamples", count.resamples())
                        .put("stableFrom", ClusterCount.STABLE);
        ArrayNode tried = Json.array();
        for (ClusterCount.Row row : count.rows()) {
            ObjectNode node = Json.object().put("k", row.k()).put("smallest", row.smallest());
            Json.put(node, "silhouette", row.silhouette());
            Json.put(node, "agreement", row.agreement());
            Json.put(node, "weakestJaccard", row.weakest());
            tried.add(Json.put(node, "inertia", row.inertia()));
        }
        choice.set("tried", tried);
        return choice;
    }

    private static double[][] points(DataTable table, int[] columns, int[] rows) {
        double[][] points = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                points[i][c] = table.number(rows[i], columns[c]);
            }
        }
        return points;
    }

    private static ArrayNode clusters(
            DataTable table, int[] columns, int[] rows, KMeans.Clustering best) {
        double[][] sums = new double[best.sizes().length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                sums[best.label()[i]][c] += table.number(rows[i], columns[c]);
            }
        }
        ArrayNode clusters = Json.array();
        for (int cluster = 0; cluster < sums.length; cluster++) {
            ObjectNode node =
                    Json.object().put("cluster", cluster + 1).put("size", best.sizes()[cluster]);
            for (int c = 0; c < columns.length; c++) {
                Json.put(
                        node,
                        table.columns().name(columns[c]),
                        sums[cluster][c] / best.sizes()[cluster]);
            }
            clusters.add(node);
        }
        return clusters;
    }

    private static void write(
            ObjectNode result, Arguments arguments, KMeans.Clustering best, int[] rows)
            throws IOException {
        String name = arguments.option("--labels").orElse("");
        if (name.isEmpty()) {
            return;
        }
        try (BufferedWriter writer =
                Files.newBufferedWriter(Path.of(name), StandardCharsets.UTF_8)) {
            writer.write("row,cluster\n");
            int[] inFile =
                    java.util.stream.IntStream.range(0, rows.length)
                            .boxed()
                            .sorted(java.util.Comparator.comparingInt(i -> rows[i]))
                            .mapToInt(Integer::intValue)
                            .toArray();
            for (int i : inFile) {
                writer.write((rows[i] + 1) + "," + (best.label()[i] + 1) + "\n");
            }
        }
        result.put("labels", name);
    }

    /** How columns are made comparable. */
    enum Scaling {
        NONE,
        /** Mean 0, deviation 1. */
        Z,
        /** The same of ln x, or of ln(1 + x − the smallest x) where that is not positive. */
        LOG_Z;

        double[][] apply(double[][] points) {
            for (int c = 0; this != NONE && c < points[0].length; c++) {
                column(points, c);
            }
            return points;
        }

        private void column(double[][] points, int c) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] point : points) {
                least = Math.min(least, point[c]);
            }
            boolean positive = least > 0;
            double sum = 0;
            for (double[] point : points) {
                if (this == LOG_Z) {
                    point[c] = positive ? Math.log(point[c]) : Math.log1p(point[c] - least);
                }
                sum += point[c];
            }
            double mean = sum / points.length;
            double squares = 0;
            for (double[] point : points) {
                squares += (point[c] - mean) * (point[c] - mean);
            }
            double deviation = squares == 0 ? 1 : Math.sqrt(squares / points.length);
            for (double[] point : points) {
                point[c] = (point[c] - mean) / deviation;
            }
        }
    }
}
