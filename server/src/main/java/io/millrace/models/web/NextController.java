package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.scores.NextPages;
import io.millrace.models.scores.NextSettings;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is offered to whom next. */
@RestController
@RequestMapping("/api/v1/models/next")
class NextController {
    private final NextPages pages;

    NextController(NextPages pages) {
        this.pages = pages;
    }

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    NextPages.Page page(@Nullable AsOf asOf) {
        return pages.page(asOf == null ? null : asOf.instant());
    }

    @GetMapping("/settings")
    @Requires(Permission.INSIGHTS_READ)
    NextSettings settings() {
        return pages.settings();
    }

    @PutMapping("/settings")
    @Requires(Permission.MODELS_WRITE)
    NextSettings change(@RequestBody NextSettings settings) {
        return switch (pages.change(settings)) {
            case NextPages.Change.Done(NextSettings now) -> now;
            case NextPages.Change.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SCORE_SETTINGS_INVALID, errors);
        };
    }
}
