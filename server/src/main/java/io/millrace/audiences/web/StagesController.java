package io.millrace.audiences.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.Audiences;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stages")
class StagesController {
    private final Audiences audiences;

    StagesController(Audiences audiences) {
        this.audiences = audiences;
    }

    @GetMapping
    @Requires(Permission.INSIGHTS_READ)
    StagesView stages(@RequestParam @Nullable String scheme, @Nullable AsOf asOf) {
        String key = scheme == null ? first() : scheme;
        return audiences
                .stages(key, instant(asOf))
                .map(stages -> StagesView.of(stages, audiences.schemes()))
                .orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_SCHEME, key));
    }

    @GetMapping("/migration")
    @Requires(Permission.INSIGHTS_READ)
    MovesView moves(@RequestParam @Nullable String scheme, @Nullable AsOf from, @Nullable AsOf to) {
        String key = scheme == null ? first() : scheme;
        return audiences
                .moves(key, instant(from), instant(to))
                .map(MovesView::of)
                .orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_SCHEME, key));
    }

    private String first() {
        return audiences.schemes().getFirst().key();
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }
}
