package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.growth.Bass;
import io.millrace.kernel.model.growth.Curve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model growth-curve}: an S-curve through a series. */
final class GrowthCommand {
    private static final Set<String> OPTIONS =
            Set.of(
                    "--file",
                    "--x",
                    "--y",
                    "--curve",
                    "--form",
                    "--ahead",
                    "--charset",
                    "--delimiter");
    private static final int FEWEST = 5;

    private GrowthCommand() {}

    static ObjectNode run(List<String> line) throws Misuse, Failed, IOException {
        Timing timing = new Timing();
        Arguments arguments = Arguments.parse(line, OPTIONS, Set.of("--no-header", "--log-x"));
        arguments.expect(0, "model growth-curve takes options only");
        String curve = arguments.option("--curve").orElse("logistic");
        int ahead = Numbers.whole(arguments, "--ahead", 0, 0, 10_000);
        DataTable table =
                DataTable.read(
                        TransactionFile.required(arguments, "--file"),
                        arguments,
                        arguments.has("--no-header"));
        double[][] series = series(table, arguments);
        if (series[0].length < FEWEST) {
            throw new Failed(
                    "model.too-little-data",
                    "%d points, and %d are needed".formatted(series[0].length, FEWEST));
        }
        timing.done("readSeconds");
        ObjectNode result = Json.object().put("command", "model growth-curve").put("curve", curve);
        result.put("points", series[0].length);
        switch (curve) {
            case "logistic" -> curve(result, Curve.logistic(series[0], series[1]), series, ahead);
            case "gompertz" -> curve(result, Curve.gompertz(series[0], series[1]), series, ahead);
            case "bass" -> bass(result, series[1], form(arguments), ahead);
            default ->
                    throw new Misuse(
                            "--curve is logistic, gompertz or bass, not \"" + curve + "\"");
        }
        timing.done("fitSeconds");
        result.set("timing", timing.json());
        return result;
    }

    private static Bass.Form form(Arguments arguments) throws Misuse {
        return Numbers.word(
                arguments,
                "--form",
                "density",
                word -> Bass.Form.valueOf(word.toUpperCase(Locale.ROOT)),
                "density, increment or regression");
    }

    /** x and y of the rows that have both; x counts 1, 2, 3 … where no column is named. */
    private static double[][] series(DataTable table, Arguments arguments) throws Misuse {
        String xName = arguments.option("--x").orElse("");
        int yColumn = table.columns().index(TransactionFile.required(arguments, "--y"));
        int xColumn = xName.isEmpty() ? -1 : table.columns().index(xName);
        List<double[]> points = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            double x = xColumn < 0 ? row + 1 : table.number(row, xColumn);
            double y = table.number(row, yColumn);
            x = arguments.has("--log-x") ? Math.log(x) : x;
            if (Double.isFinite(x) && Double.isFinite(y)) {
                points.add(new double[] {x, y});
            }
        }
        double[][] series = new double[2][points.size()];
        for (int i = 0; i < points.size(); i++) {
            series[0][i] = points.get(i)[0];
            series[1][i] = points.get(i)[1];
        }
        return series;
    }

    private static void curve(ObjectNode result, Curve.Fit fit, double[][] series, int ahead)
            throws Failed {
        switch (fit.curve()) {
            case Curve.Logistic c ->
                    parameters(
                            result,
                            List.of("ceiling", "middle", "scale"),
                            fit.standardErrors(),
                            c.ceiling(),
                            c.middle(),
                            c.scale());
            case Curve.Gompertz c ->
                    parameters(
                            result,
                            List.of("ceiling", "b2", "b3"),
                            fit.standardErrors(),
                            c.ceiling(),
                            c.b2(),
                            c.b3());
        }
        Json.put(result, "residualSumOfSquares", fit.residualSumOfSquares());
        Json.put(result, "inflection", fit.curve().inflection());
        int n = series[0].length;
        double step = n > 1 ? (series[0][n - 1] - series[0][0]) / (n - 1) : 1;
        ArrayNode forecast = Json.array();
        for (int i = 1; i <= ahead; i++) {
            double x = series[0][n - 1] + i * step;
            ObjectNode point = Json.object();
            Json.put(point, "x", x);
            forecast.add(Json.put(point, "y", fit.curve().at(x)));
        }
        result.set("forecast", forecast);
    }

    private static void bass(ObjectNode result, double[] sales, Bass.Form form, int ahead)
            throws Failed {
        Bass.Fit fit = Bass.fit(sales, form);
        Bass model = fit.model();
        result.put("form", form.name().toLowerCase(Locale.ROOT));
        parameters(
                result,
                List.of("m", "p", "q"),
                fit.standardErrors(),
                model.m(),
                model.p(),
                model.q());
        Json.put(result, "residualSumOfSquares", fit.residualSumOfSquares());
        Json.put(result, "peakTime", model.peakTime());
        Json.put(result, "peakRate", model.peakRate());
        ArrayNode forecast = Json.array();
        for (int i = 1; i <= ahead; i++) {
            double t = sales.length + i;
            ObjectNode point = Json.object();
            Json.put(point, "x", t);
            Json.put(point, "sales", model.m() * (model.adopted(t) - model.adopted(t - 1)));
            forecast.add(Json.put(point, "cumulative", model.m() * model.adopted(t)));
        }
        result.set("forecast", forecast);
    }

    private static void parameters(
            ObjectNode result, List<String> names, double[] standardErrors, double... values)
            throws Failed {
        ObjectNode parameters = Json.object();
        ObjectNode errors = Json.object();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new Failed("model.no-curve", "this series follows no such curve");
            }
            Json.put(parameters, names.get(i), values[i]);
            Json.put(
                    errors,
                    names.get(i),
                    i < standardErrors.length ? standardErrors[i] : Double.NaN);
        }
        result.set("parameters", parameters);
        result.set("standardErrors", errors);
    }
}
