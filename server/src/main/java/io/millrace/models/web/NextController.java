package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.scores.NextPages;
import io.millrace.workspace.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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
}
