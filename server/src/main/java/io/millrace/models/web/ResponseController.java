package io.millrace.models.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.scores.ResponsePages;
import io.millrace.workspace.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How buyers answer to prices and promotions. */
@RestController
@RequestMapping("/api/v1/models/response")
class ResponseController {
    private final ResponsePages pages;

    ResponseController(ResponsePages pages) {
        this.pages = pages;
    }

    @GetMapping("/page")
    @Requires(Permission.INSIGHTS_READ)
    ResponsePages.Page page(@Nullable AsOf asOf) {
        return pages.page(asOf == null ? null : asOf.instant());
    }
}
