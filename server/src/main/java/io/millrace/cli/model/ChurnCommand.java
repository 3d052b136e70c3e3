package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.churn.Calibration;
import io.millrace.kernel.model.churn.Cases;
import io.millrace.kernel.model.churn.Quality;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model churn}: who leaves, how sure that is, and why. */
final class ChurnCommand {
    private static final Set<String> OPTIONS =
            Set.of(
                    "--file",
                    "--target",
                    "--positive",
                    "--method",
                    "--holdout",
                    "--exclude",
                    "--missing",
                    "--seed",
                    "--scores",
                    "--charset",
                    "--delimiter");
    private static final int REASONS = 3;

    private ChurnCommand() {}

    static ObjectNode run(List<String> line) throws Misuse, Failed, IOException {
        Timing timing = new Timing();
        Arguments arguments = Arguments.parse(line, OPTIONS, Set.of("--no-header"));
        arguments.expect(0, "model churn takes options only");
        boolean boosted = choice(arguments, "--method", "logistic", "boosted", false);
        boolean keep = choice(arguments, "--missing", "drop", "keep", boosted);
        if (keep && !boosted) {
            throw new Misuse("--missing keep needs --method boosted");
        }
        int seed = Numbers.whole(arguments, "--seed", 1, 0, Integer.MAX_VALUE);
        ChurnData data = ChurnData.read(arguments, keep);
        timing.done("readSeconds");
        Cases learning = data.cases().only(data.learning());
        boolean[] truth = data.truth(data.learning());
        ChurnModel model =
                boosted
                        ? ChurnModel.Trees.fit(learning, truth, seed)
                        : ChurnModel.Line.fit(learning, truth);
        timing.done("fitSeconds");
        ObjectNode result = Json.object().put("command", "model churn");
        result.put("method", boosted ? "boosted" : "logistic");
        result.set("data", data.report());
        ObjectNode fitted = Json.object();
        model.write(fitted);
        result.set("model", fitted);
        result.set("training", quality(model, learning, truth));
        if (data.held().length > 0) {
            Cases held = data.cases().only(data.held());
            result.set("holdout", quality(model, held, data.truth(data.held())));
        }
        timing.done("judgeSeconds");
        write(result, arguments, data, model);
        result.set("timing", timing.json());
        return result;
    }

    private static boolean choice(
            Arguments arguments, String option, String no, String yes, boolean otherwise)
            throws Misuse {
        return Numbers.word(
                arguments,
                option,
                otherwise ? yes : no,
                word -> {
                    if (!word.equals(no) && !word.equals(yes)) {
                        throw new IllegalArgumentException(word);
                    }
                    return word.equals(yes);
                },
                no + " or " + yes);
    }

    private static ObjectNode quality(ChurnModel model, Cases cases, boolean[] truth) {
        double[] told = model.probabilities(cases);
        Quality quality = Quality.of(told, truth);
        ObjectNode node = Json.object();
        node.put("cases", truth.length)
                .put(
                        "positives",
                        ChurnData.count(truth, IntStream.range(0, truth.length).toArray()));
        Json.put(node, "auc", quality.auc());
        Json.put(node, "brier", quality.brier());
        Json.put(node, "logLoss", quality.logLoss());
        Json.put(node, "topDecileLift", quality.topDecileLift());
        ArrayNode tenths = Json.array();
        for (Calibration.Tenth tenth : Calibration.of(told, truth).tenths()) {
            ObjectNode row = Json.object().put("tenth", tenth.number()).put("cases", tenth.cases());
            Json.put(row, "told", tenth.told());
            Json.put(row, "happened", tenth.happened());
            Json.put(row, "lift", tenth.lift());
            Json.put(row, "cumulativeLift", tenth.cumulativeLift());
            tenths.add(Json.put(row, "captured", tenth.captured()));
        }
        node.set("tenths", tenths);
        return node;
    }

    private static void write(
            ObjectNode result, Arguments arguments, ChurnData data, ChurnModel model)
            throws IOException {
        String name = arguments.option("--scores").orElse("");
        if (name.isEmpty()) {
            return;
        }
        double[] told = model.probabilities(data.cases());
        double[][] reasons = model.reasons(data.cases());
        try (BufferedWriter writer =
                Files.newBufferedWriter(Path.of(name), StandardCharsets.UTF_8)) {
            writer.write("row,probability,reason1,reason2,reason3\n");
            for (int i = 0; i < told.length; i++) {
                StringBuilder row = new StringBuilder();
                row.append(data.row()[i]).append(',').append(told[i]);
                double[] of = reasons[i];
                List<Integer> strongest =
                        IntStream.range(0, of.length)
                                .boxed()
                                .sorted(Comparator.comparingDouble(f -> -Math.abs(of[f])))
                                .limit(REASONS)
                                .toList();
                for (int place = 0; place < REASONS; place++) {
                    row.append(',');
                    if (place < strongest.size()) {
                        int feature = strongest.get(place);
                        row.append(
                                Csv.cell(
                                        model.features().get(feature)
                                                + String.format(
                                                        Locale.ROOT, " %+.3f", of[feature])));
                    }
                }
                writer.append(row.append('\n'));
            }
        }
        result.put("scores", name);
    }
}
