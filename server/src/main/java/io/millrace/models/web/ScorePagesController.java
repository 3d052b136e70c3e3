package io.millrace.models.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.Called;
import io.millrace.models.scores.Clusters;
import io.millrace.models.scores.ScorePages;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of the models show. */
@RestController
@RequestMapping("/api/v1/models")
class ScorePagesController {
    private final ScorePages pages;
    private final Clusters clusters;
    private final CustomerFiles files;
    private final Access access;

    ScorePagesController(ScorePages pages, Clusters clusters, CustomerFiles files, Access access) {
        this.pages = pages;
        this.clusters = clusters;
        this.files = files;
        this.access = access;
    }

    /**
     * @param customers names of those in {@code page.actions}
     */
    record ChurnView(ScorePages.Churn page, List<Called> customers) {}

    @GetMapping("/clv/page")
    @Requires(Permission.INSIGHTS_READ)
    ScorePages.Value value(@Nullable AsOf asOf) {
        return pages.value(instant(asOf));
    }

    @GetMapping("/churn/page")
    @Requires(Permission.INSIGHTS_READ)
    ChurnView churn(@Nullable AsOf asOf) {
        ScorePages.Churn page = pages.churn(instant(asOf));
        var shown =
                page.actions().stream()
                        .map(action -> new ProfileId(action.customer()))
                        .collect(Collectors.toSet());
        Map<ProfileId, Called> called =
                access.caller().map(caller -> files.called(shown, caller)).orElse(Map.of());
        return new ChurnView(page, List.copyOf(called.values()));
    }

    @GetMapping("/clusters/page")
    @Requires(Permission.INSIGHTS_READ)
    Clusters.Page clusters(@Nullable AsOf asOf) {
        return clusters.page(instant(asOf));
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
