package io.millrace.cli.model;

import io.millrace.cli.Arguments;
import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import io.millrace.kernel.model.lifetime.CovariateFits;
import io.millrace.kernel.model.lifetime.CovariateOutcome;
import io.millrace.kernel.model.lifetime.Covariates;
import io.millrace.kernel.model.lifetime.FitOutcome;
import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.OwnModels;
import io.millrace.kernel.model.lifetime.PurchaseFits;
import io.millrace.kernel.model.lifetime.PurchaseModel;
import io.millrace.kernel.model.lifetime.Purchases;
import io.millrace.kernel.model.lifetime.SpendingFit;
import io.millrace.kernel.model.lifetime.TimeUnit;
import io.millrace.kernel.model.lifetime.TransactionLog;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** {@code model fit MODEL}: a purchase or spending model on a log of transactions. */
final class FitCommand {
    private static final Set<String> MODELS =
            Set.of("bg-nbd", "mbg-nbd", "pareto-nbd", "gamma-gamma", "nbd");
    private static final Set<String> WITH_COVARIATES = Set.of("bg-nbd", "mbg-nbd", "pareto-nbd");
    private static final Set<String> OPTIONS =
            TransactionFile.with(
                    "--calibration-end",
                    "--holdout-end",
                    "--unit",
                    "--covariates",
                    "--scores",
                    "--horizon",
                    "--months",
                    "--discount",
                    "--margin");

    private final String model;
    private final Arguments arguments;
    private final TimeUnit unit;
    private final Timing timing = new Timing();
    private final ObjectNode result = Json.object();

    private FitCommand(String model, Arguments arguments, TimeUnit unit) {
        this.model = model;
        this.arguments = arguments;
        this.unit = unit;
    }

    static ObjectNode run(List<String> line) throws Misuse, Failed, IOException {
        Arguments arguments = Arguments.parse(line, OPTIONS, TransactionFile.FLAGS);
        arguments.expect(1, "model fit wants one model: " + String.join(", ", sorted()));
        String model = arguments.words().getFirst();
        if (!MODELS.contains(model)) {
            throw new Misuse("model fit " + model + "? There are " + String.join(", ", sorted()));
        }
        if (model.equals("gamma-gamma") && arguments.option("--amount").isEmpty()) {
            throw new Misuse("gamma-gamma needs --amount, the column of what was spent");
        }
        TimeUnit unit =
                Numbers.word(arguments, "--unit", "week", TimeUnit::parse, "day, week or month");
        return new FitCommand(model, arguments, unit).fit();
    }

    private static List<String> sorted() {
        return MODELS.stream().sorted().toList();
    }

    private ObjectNode fit() throws Misuse, Failed, IOException {
        Fits fits = new Fits(arguments, unit);
        TransactionFile file = TransactionFile.open(arguments);
        Optional<FirstValues> covariates = file.note(columns());
        TransactionLog log = new TransactionLog();
        file.read((customer, seconds, money, order) ->
                log.add(customer, (int) Math.floorDiv(seconds, 86_400L), money));
        String[] ids = file.ids();
        int[] places = file.places(ids);
        log.renumber(places);
        file.forget();
        timing.done("readSeconds");
        Histories histories = histories(log);
        result.put("command", "model fit")
                .put("model", model)
                .put("unit", unit.name().toLowerCase(java.util.Locale.ROOT));
        ObjectNode data = file.json();
        FitReport.window(data, histories, log, unit);
        result.set("data", data);
        timing.done("prepareSeconds");
        if (histories.size() == 0) {
            throw new Failed("model.no-rows", "nobody bought by the end of the calibration");
        }
        if (model.equals("gamma-gamma")) {
            spending(histories, fits, ids);
        } else {
            purchases(histories, fits, ids, covariates.map(first -> first.coded(places)));
        }
        result.set("timing", timing.json());
        return result;
    }

    private List<String> columns() throws Misuse {
        String given = arguments.option("--covariates").orElse("");
        if (given.isEmpty()) {
            return List.of();
        }
        if (!WITH_COVARIATES.contains(model)) {
            throw new Misuse(model + " knows no --covariates");
        }
        return Arrays.stream(given.split(",")).map(String::strip).toList();
    }

    private Histories histories(TransactionLog log) throws Misuse {
        int last = log.lastDay();
        String calibration = arguments.option("--calibration-end").orElse("");
        int end =
                calibration.isEmpty()
                        ? last
                        : TransactionFile.day(calibration, "--calibration-end");
        String given = arguments.option("--holdout-end").orElse("");
        int until =
                given.isEmpty() ? Math.max(end, last) : TransactionFile.day(given, "--holdout-end");
        if (until < end) {
            throw new Misuse("--holdout-end is before --calibration-end");
        }
        return log.histories(end, until);
    }

    private void purchases(
            Histories histories, Fits fits, String[] ids, Optional<Covariates> covariates)
            throws Failed, IOException {
        Purchases purchases = histories.purchases(unit);
        ((ObjectNode) result.path("data")).put("distinctHistories", purchases.rows());
        OwnModels models =
                covariates.isPresent()
                        ? apart(histories, covariates.get())
                        : OwnModels.same(FitReport.purchases(result, plain(purchases), histories));
        timing.done("fitSeconds");
        if (histories.holdOutDays() > 0) {
            result.set("holdout", FitReport.holdOut(models.holdOut(histories), histories, unit));
        }
        timing.done("holdoutSeconds");
        fits.scores(models, histories, ids, result);
        timing.done("scoresSeconds");
    }

    private FitOutcome<? extends PurchaseModel> plain(Purchases purchases) {
        return switch (model) {
            case "bg-nbd" -> PurchaseFits.bgNbd(purchases);
            case "mbg-nbd" -> PurchaseFits.mbgNbd(purchases);
            case "pareto-nbd" -> PurchaseFits.paretoNbd(purchases);
            default -> PurchaseFits.nbd(purchases);
        };
    }

    private OwnModels apart(Histories histories, Covariates covariates) throws Failed {
        CovariateOutcome outcome =
                switch (model) {
                    case "bg-nbd" -> CovariateFits.bgNbd(histories, covariates, unit);
                    case "mbg-nbd" -> CovariateFits.mbgNbd(histories, covariates, unit);
                    default -> CovariateFits.paretoNbd(histories, covariates, unit);
                };
        return CovariateReport.of(result, outcome, covariates);
    }

    private void spending(Histories histories, Fits fits, String[] ids) throws Failed, IOException {
        SpendingFit.Outcome outcome = SpendingFit.fit(histories.spending(AmountText.SCALE));
        timing.done("fitSeconds");
        fits.spending(FitReport.spending(result, outcome, histories), histories, ids, result);
        timing.done("scoresSeconds");
    }
}
