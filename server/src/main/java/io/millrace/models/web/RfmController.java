package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.Models;
import io.millrace.models.ModelsProblem;
import io.millrace.models.RfmSettings;
import io.millrace.models.drift.Drift;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rfm")
class RfmController {
    private final Models models;
    private final Drift drift;

    RfmController(Models models, Drift drift) {
        this.models = models;
        this.drift = drift;
    }

    @GetMapping
    @Requires(Permission.INSIGHTS_READ)
    RfmView rfm(@Nullable AsOf asOf) {
        return RfmView.of(models.rfm(instant(asOf)));
    }

    @GetMapping("/drift")
    @Requires(Permission.INSIGHTS_READ)
    Drift.Months drift(@Nullable AsOf asOf) {
        return drift.months(instant(asOf));
    }

    @GetMapping("/moves")
    @Requires(Permission.INSIGHTS_READ)
    Drift.Moves moves(@RequestParam String since, @Nullable AsOf asOf) {
        try {
            return drift.moves(LocalDate.parse(since), instant(asOf));
        } catch (DateTimeParseException noDay) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(FieldProblem.of("/since", "models.day-unusable")));
        }
    }

    @GetMapping("/settings")
    @Requires(Permission.INSIGHTS_READ)
    RfmSettings settings() {
        return models.settings();
    }

    @PutMapping("/settings")
    @Requires(Permission.MODELS_WRITE)
    RfmSettings change(@RequestBody RfmSettings settings) {
        return switch (models.change(settings)) {
            case Models.SettingsChange.Done(RfmSettings now) -> now;
            case Models.SettingsChange.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SETTINGS_INVALID, errors);
        };
    }

    @GetMapping("/customers")
    @Requires(Permission.INSIGHTS_READ)
    void customers(@Nullable AsOf asOf, HttpServletResponse response) throws IOException {
        Models.Rfm rfm = models.rfm(instant(asOf));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rfm.csv\"");
        RfmCsv.write(rfm.scores(), response.getWriter());
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
