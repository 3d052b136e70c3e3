package io.millrace.cli.model;

import io.millrace.cli.Failed;
import io.millrace.kernel.model.lifetime.BgNbd;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.GammaGamma;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.HoldOut;
import io.millrace.kernel.model.lifetime.MbgNbd;
import io.millrace.kernel.model.lifetime.Nbd;
import io.millrace.kernel.model.lifetime.ParetoNbd;
import io.millrace.kernel.model.lifetime.Predictions;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.SpendingFit;
import io.millrace.kernel.model.lifetime.TimeUnit;
import io.millrace.kernel.model.lifetime.TransactionLog;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a fit came to, as JSON. */
final class FitReport {
    private FitReport() {}

    static void window(ObjectNode data, Histories histories, TransactionLog log, TimeUnit unit) {
        long repeats = 0;
        long repeaters = 0;
        for (int i = 0; i < histories.size(); i++) {
            repeats += histories.repeats(i);
            repeaters += histories.repeats(i) > 0 ? 1 : 0;
        }
        int end = histories.firstDay() + observed(histories);
        data.put("customers", histories.size())
                .put("repeaters", repeaters)
                .put("repeats", repeats)
                .put("from", TransactionFile.date(histories.firstDay()))
                .put("calibrationEnd", TransactionFile.date(end))
                .put("holdoutEnd", TransactionFile.date(end + histories.holdOutDays()))
                .put("lastTransaction", TransactionFile.date(log.lastDay()));
        Json.put(data, "calibrationLength", observed(histories) / unit.days());
        Json.put(data, "holdoutLength", histories.holdOutDays() / unit.days());
    }

    private static int observed(Histories histories) {
        int most = 0;
        for (int i = 0; i < histories.size(); i++) {
            most = Math.max(most, histories.observedDays(i));
        }
        return most;
    }

    /** Writes the outcome; answers the model to predict with. */
    static PurchaseModel purchases(
            ObjectNode result, FitOutcome<? extends PurchaseModel> outcome, Histories histories)
            throws Failed {
        PurchaseModel model;
        FitOutcome.Diagnostics diagnostics;
        switch (outcome) {
            case FitOutcome.TooLittle<? extends PurchaseModel> none ->
                    throw tooLittle(none.what(), none.has(), none.needs());
            case FitOutcome.Fitted<? extends PurchaseModel> fitted -> {
                model = fitted.model();
                diagnostics = fitted.diagnostics();
                fitted(result, model, null, diagnostics);
            }
            case FitOutcome.AtBoundary<? extends PurchaseModel> boundary -> {
                model = boundary.model();
                diagnostics = boundary.diagnostics();
                fitted(result, model, boundary.limit(), diagnostics);
            }
        }
        if (model instanceof Nbd nbd) {
            Json.put(result, "timesLogLikelihood", diagnostics.logLikelihood());
            double count = 0;
            for (double each : Predictions.each(histories, nbd.unit(), nbd::countLogLikelihood)) {
                count += each;
            }
            Json.put(result, "logLikelihood", count);
        }
        return model;
    }

    /**
     * @param limit null for an inner maximum
     */
    static void fitted(
            ObjectNode result,
            PurchaseModel model,
            FitOutcome.@Nullable Limit limit,
            FitOutcome.Diagnostics diagnostics) {
        result.put("outcome", limit == null ? "fitted" : "boundary");
        if (limit != null) {
            result.set("boundary", boundary(limit.name(), meaning(limit)));
        }
        write(result, names(model), values(model), diagnostics);
    }

    static GammaGamma spending(ObjectNode result, SpendingFit.Outcome outcome, Histories histories)
            throws Failed {
        return switch (outcome) {
            case SpendingFit.Outcome.TooLittle none ->
                    throw tooLittle(
                            "customers with a repeat purchase of a positive amount",
                            none.has(),
                            none.needs());
            case SpendingFit.Outcome.NoMean none ->
                    throw new Failed(
                            "model.no-mean",
                            "the spending of this population has no mean (q = %.4f, not above 1)"
                                    .formatted(none.q()));
            case SpendingFit.Outcome.Fitted f -> {
                result.put("outcome", "fitted");
                yield spending(result, f.model(), f.diagnostics(), f.correlation());
            }
            case SpendingFit.Outcome.AtBoundary b -> {
                result.put("outcome", "boundary");
                result.set(
                        "boundary",
                        boundary(
                                b.limit().name(),
                                b.limit() == SpendingFit.Limit.PURCHASES_EQUAL
                                        ? "each customer's purchases are all worth the same"
                                        : "all customers spend the same in the mean"));
                yield spending(result, b.model(), b.diagnostics(), b.correlation());
            }
        };
    }

    private static GammaGamma spending(
            ObjectNode result,
            GammaGamma model,
            FitOutcome.Diagnostics diagnostics,
            double correlation) {
        write(
                result,
                List.of("p", "q", "gamma"),
                new double[] {model.p(), model.q(), model.gamma()},
                diagnostics);
        Json.put(result, "meanSpend", model.mean());
        Json.put(result, "correlationOfRepeatsAndSpend", correlation);
        return model;
    }

    private static void write(
            ObjectNode result,
            List<String> names,
            double[] values,
            FitOutcome.Diagnostics diagnostics) {
        ObjectNode parameters = Json.object();
        ObjectNode errors = Json.object();
        for (int i = 0; i < values.length; i++) {
            Json.put(parameters, names.get(i), values[i]);
            Json.put(errors, names.get(i), diagnostics.standardErrors().get(i));
        }
        result.set("parameters", parameters);
        result.set("standardErrors", errors);
        Json.put(result, "logLikelihood", diagnostics.logLikelihood());
        ObjectNode how = Json.object();
        Json.put(how, "gradientNorm", diagnostics.gradientNorm());
        Json.put(how, "conditionNumber", diagnostics.conditionNumber());
        how.put("evaluations", diagnostics.evaluations());
        if (values.length == 4) {
            Json.put(how, "likelihoodRatioAgainstNbd", diagnostics.likelihoodRatio());
        }
        how.put("customers", diagnostics.customers()).put("distinctRows", diagnostics.rows());
        result.set("diagnostics", how);
    }

    private static List<String> names(PurchaseModel model) {
        return switch (model) {
            case BgNbd bg -> List.of("r", "alpha", "a", "b");
            case MbgNbd mbg -> List.of("r", "alpha", "a", "b");
            case ParetoNbd pareto -> List.of("r", "alpha", "s", "beta");
            case Nbd nbd -> List.of("r", "alpha");
        };
    }

    private static double[] values(PurchaseModel model) {
        return switch (model) {
            case BgNbd bg -> new double[] {bg.r(), bg.alpha(), bg.a(), bg.b()};
            case MbgNbd mbg -> new double[] {mbg.r(), mbg.alpha(), mbg.a(), mbg.b()};
            case ParetoNbd p -> new double[] {p.r(), p.alpha(), p.s(), p.beta()};
            case Nbd nbd -> new double[] {nbd.r(), nbd.alpha()};
        };
    }

    static ObjectNode holdOut(HoldOut holdOut, Histories histories, TimeUnit unit) {
        ObjectNode node = Json.object();
        Json.put(node, "length", histories.holdOutDays() / unit.days());
        node.put("unit", unit.name().toLowerCase(Locale.ROOT)).put("actual", holdOut.actual());
        ArrayNode errors = Json.array();
        error(errors, "model", holdOut.model());
        error(errors, "predict 0", holdOut.nothing());
        error(errors, "same as before", holdOut.asBefore());
        node.set("errors", errors);
        ArrayNode rows = Json.array();
        for (HoldOut.Row row : holdOut.byCount()) {
            ObjectNode of = Json.object();
            of.put("repeats", row.repeats() == 7 ? "7+" : String.valueOf(row.repeats()))
                    .put("customers", row.customers());
            Json.put(of, "actual", row.actual());
            Json.put(of, "predicted", row.predicted());
            rows.add(of);
        }
        node.set("byCalibrationCount", rows);
        return node;
    }

    private static void error(ArrayNode errors, String name, HoldOut.Error error) {
        ObjectNode node = Json.object().put("prediction", name);
        Json.put(node, "sum", error.sum());
        Json.put(node, "mae", error.meanAbsolute());
        Json.put(node, "rmse", error.rootMeanSquare());
        errors.add(node);
    }

    private static ObjectNode boundary(String limit, String meaning) {
        return Json.object()
                .put("limit", limit.toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("meaning", meaning);
    }

    private static String meaning(FitOutcome.Limit limit) {
        return switch (limit) {
            case DROPOUT_HOMOGENEOUS ->
                    "all customers leave at the same rate; only that rate is told by the data";
            case NO_DROPOUT -> "nobody leaves within this window: the NBD";
            case RATE_HOMOGENEOUS -> "all customers buy at the same rate";
            case DROPOUT_POLARISED -> "customers leave at once or never";
            case EFFECT_UNBOUNDED -> "what a covariate does rises without end";
        };
    }

    static Failed tooLittle(String what, long has, long needs) {
        return new Failed(
                "model.too-little-data",
                "too few %s: %,d, and %,d are needed".formatted(what, has, needs));
    }
}
