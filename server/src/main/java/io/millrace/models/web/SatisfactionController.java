package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.satisfaction.Answers;
import io.millrace.models.satisfaction.Satisfaction;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How satisfied customers are, and what answers to surveys mean. */
@RestController
@RequestMapping("/api/v1/models/satisfaction")
class SatisfactionController {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 730;

    private final Satisfaction satisfaction;
    private final Answers answers;

    SatisfactionController(Satisfaction satisfaction, Answers answers) {
        this.satisfaction = satisfaction;
        this.answers = answers;
    }

    record Questions(List<Answers.Asked> items) {}

    record Meanings(List<Answers.Meant> items) {}

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    Satisfaction.Page page(
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "4") double enough,
            @Nullable AsOf asOf) {
        if (days < SHORTEST || days > LONGEST) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(FieldProblem.of("/days", "models.days-unusable")));
        }
        if (!(Math.abs(enough) <= 1_000)) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(FieldProblem.of("/enough", "models.enough-unusable")));
        }
        return satisfaction.page(days, Math.round(enough * 100) / 100.0, instant(asOf));
    }

    @GetMapping("/questions")
    @Requires(Permission.INSIGHTS_READ)
    Questions questions(@Nullable AsOf asOf) {
        return new Questions(answers.asked(instant(asOf)));
    }

    @GetMapping("/meanings")
    @Requires(Permission.INSIGHTS_READ)
    Meanings meanings() {
        return new Meanings(answers.meanings());
    }

    @PutMapping("/meanings")
    @Requires(Permission.MODELS_WRITE)
    Meanings change(@RequestBody Meanings wanted) {
        return switch (answers.change(wanted.items())) {
            case Answers.Change.Done(var now) -> new Meanings(now);
            case Answers.Change.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SCORE_SETTINGS_INVALID, errors);
        };
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
