package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.economics.Economics;
import io.millrace.models.economics.EconomicsSettings;
import io.millrace.models.economics.PlainWays;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What loyalty is worth. */
@RestController
@RequestMapping("/api/v1/models/economics")
class EconomicsController {
    private final Economics economics;
    private final PlainWays ways;

    EconomicsController(Economics economics, PlainWays ways) {
        this.economics = economics;
        this.ways = ways;
    }

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    Economics.Page page(@RequestParam(defaultValue = "") String every, @Nullable AsOf asOf) {
        Economics.Every period =
                switch (every) {
                    case "" -> null;
                    case "year" -> Economics.Every.YEAR;
                    case "half" -> Economics.Every.HALF;
                    case "quarter" -> Economics.Every.QUARTER;
                    default ->
                            throw Refusal.of(
                                    SharedProblem.INVALID,
                                    List.of(FieldProblem.of("/every", "models.tenure-unusable")));
                };
        return economics.page(period, asOf == null ? null : asOf.instant());
    }

    @GetMapping("/ways")
    @Requires(Permission.INSIGHTS_READ)
    PlainWays.Page ways(
            @RequestParam(defaultValue = "false") boolean discounted, @Nullable AsOf asOf) {
        return ways.page(discounted, asOf == null ? null : asOf.instant());
    }

    @GetMapping("/settings")
    @Requires(Permission.INSIGHTS_READ)
    EconomicsSettings settings() {
        return economics.settings();
    }

    @PutMapping("/settings")
    @Requires(Permission.MODELS_WRITE)
    EconomicsSettings change(@RequestBody EconomicsSettings settings) {
        return switch (economics.change(settings)) {
            case Economics.Change.Done(EconomicsSettings now) -> now;
            case Economics.Change.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SCORE_SETTINGS_INVALID, errors);
        };
    }
}
