package io.millrace.insights.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.insights.Insights;
import io.millrace.kernel.model.Pareto;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class InsightsController {
    private final Insights insights;
    private final Access access;

    InsightsController(Insights insights, Access access) {
        this.insights = insights;
        this.access = access;
    }

    @GetMapping("/overview")
    @Requires(Permission.INSIGHTS_READ)
    OverviewView overview(
            @Nullable AsOf asOf,
            @RequestParam(defaultValue = "" + Insights.PERIOD_DAYS) int compare) {
        if (compare < 1 || compare > Insights.LONGEST_PERIOD_DAYS) {
            throw unknown("compare", "1 … " + Insights.LONGEST_PERIOD_DAYS);
        }
        return new OverviewView(
                insights.overview(instant(asOf), compare),
                access.caller().map(insights::needs).orElse(List.of()));
    }

    /** {@code GET /overview}: the figures, and what waits for whoever reads them. */
    record OverviewView(@JsonUnwrapped Insights.Overview overview, List<Insights.Need> needsYou) {}

    @GetMapping("/pareto")
    @Requires(Permission.INSIGHTS_READ)
    SpreadView pareto(@RequestParam(defaultValue = "revenue") String measure, @Nullable AsOf asOf) {
        return SpreadView.of(measure, insights.spread(measure(measure), instant(asOf)));
    }

    /** {@code GET /pareto}: the spread with the measure as it was asked for. */
    record SpreadView(
            Instant asOf,
            String measure,
            @Nullable String currency,
            int customers,
            long amount,
            List<Pareto.Point> curve,
            @Nullable Double gini,
            List<Insights.Top> top,
            int customersFor80,
            List<Insights.Tier> pyramid,
            long version) {
        static SpreadView of(String measure, Insights.Spread spread) {
            return new SpreadView(
                    spread.asOf(),
                    measure,
                    spread.currency(),
                    spread.customers(),
                    spread.amount(),
                    spread.curve(),
                    spread.gini(),
                    spread.top(),
                    spread.customersFor80(),
                    spread.pyramid(),
                    spread.version());
        }
    }

    private static Pareto.Measure measure(String text) {
        return switch (text) {
            case "revenue" -> Pareto.Measure.REVENUE;
            case "profit" -> Pareto.Measure.PROFIT;
            default -> throw unknown("measure", "revenue, profit");
        };
    }

    private static Refusal unknown(String parameter, String known) {
        return Refusal.of(
                SharedProblem.INVALID,
                List.of(FieldProblem.of(parameter, "shared.unknown-value", known)));
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
