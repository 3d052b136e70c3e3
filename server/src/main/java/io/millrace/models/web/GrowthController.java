package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.growth.Growth;
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

/** How the number of customers grows. */
@RestController
@RequestMapping("/api/v1/growth")
class GrowthController {
    private final Growth growth;

    GrowthController(Growth growth) {
        this.growth = growth;
    }

    @GetMapping
    @Requires(Permission.INSIGHTS_READ)
    Growth.Page curve(@RequestParam(defaultValue = "week") String every, @Nullable AsOf asOf) {
        Growth.Every period =
                switch (every) {
                    case "week" -> Growth.Every.WEEK;
                    case "month" -> Growth.Every.MONTH;
                    default ->
                            throw Refusal.of(
                                    SharedProblem.INVALID,
                                    List.of(FieldProblem.of("/every", "models.period-unusable")));
                };
        return growth.curve(period, instant(asOf));
    }

    @GetMapping("/cohorts")
    @Requires(Permission.INSIGHTS_READ)
    Growth.Cohorts cohorts(@Nullable AsOf asOf) {
        return growth.cohorts(instant(asOf));
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
