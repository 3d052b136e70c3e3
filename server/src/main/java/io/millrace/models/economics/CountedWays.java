package io.millrace.models.economics;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.economics.Cohorts;
import io.millrace.models.Models;
import io.millrace.models.scores.ScorePages;
import io.millrace.models.scores.ScoreSettings;
import io.millrace.models.scores.ScoreTable;
import io.millrace.models.scores.Scores;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Counts the plain ways from the same purchases as the model's. */
@Component
final class CountedWays implements PlainWays {
    private static final String MODEL = "clv";

    private final CountedEconomics economics;
    private final TenuresKept kept;
    private final CohortSelections cohorts;
    private final Models models;
    private final Scores scores;
    private final ScorePages pages;
    private final Workspace workspace;
    private final Clock clock;

    CountedWays(
            CountedEconomics economics,
            TenuresKept kept,
            CohortSelections cohorts,
            Models models,
            Scores scores,
            ScorePages pages,
            Workspace workspace,
            Clock clock) {
        this.economics = economics;
        this.kept = kept;
        this.cohorts = cohorts;
        this.models = models;
        this.scores = scores;
        this.pages = pages;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Page page(boolean discounted, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        EconomicsSettings settings = economics.settings();
        ScoreSettings others = scores.settings();
        TenuresKept.Grouped yearly = kept.of(Economics.Every.YEAR, instant);
        PurchaseHistories histories = models.histories(instant);
        Cohorts acquired = cohorts.of(histories, instant);
        ScorePages.Value scored = pages.value(instant);
        Economics.Rates rates = comparable(economics.rates(settings, others, instant), scored);
        CohortCurves curves = new CohortCurves(acquired, rates, discounted);
        ScoreTable values = scores.table(MODEL, instant).orElseThrow();
        Scores.Detail run = scored.run();
        int weeks =
                run == null
                        ? others.horizonWeeks()
                        : run.settings().path("horizonWeeks").asInt(others.horizonWeeks());
        Model model = model(scored);
        Comparison comparison =
                new Comparison(
                        histories,
                        yearly,
                        acquired,
                        curves,
                        values,
                        model != null,
                        scored.open(),
                        rates,
                        weeks);
        return new Page(
                instant,
                workspace.settings().currency(),
                rates,
                weeks,
                discounted,
                yearly.groups().count("all"),
                yearly.groups().open("all", 0),
                model,
                List.of(comparison.historic(), comparison.formula(), comparison.cohort()),
                curves.cohorts(),
                curves.average(),
                paidBack(curves.average(), rates, settings.acquisitionCost()));
    }

    /** With the model's own margin and discount, so that only the ways differ. */
    private static Economics.Rates comparable(Economics.Rates rates, ScorePages.Value scored) {
        JsonNode report = scored.run() == null ? null : scored.run().report();
        if (report == null) {
            return rates;
        }
        String from = report.path("marginFrom").asString("costs");
        return new Economics.Rates(
                report.path("margin").asDouble(rates.margin()),
                "settings".equals(from) ? "models" : from,
                report.path("discountYearly").asDouble(rates.discountYearly()),
                "models",
                rates.growthYearly(),
                rates.years(),
                rates.atOnce());
    }

    private static @Nullable Model model(ScorePages.Value scored) {
        Scores.Detail run = scored.run();
        return run == null || scored.customers() == 0
                ? null
                : new Model(run.run().asOf(), scored.customers(), scored.open(), scored.total());
    }

    private static @Nullable Integer paidBack(
            List<Point> average, Economics.Rates rates, @Nullable Long cost) {
        if (cost == null || "revenue".equals(rates.marginFrom())) {
            return null;
        }
        return average.stream()
                .filter(point -> point.margin() >= cost)
                .map(Point::month)
                .findFirst()
                .orElse(null);
    }
}
