package io.millrace.timelines.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.shared.Refusal;
import io.millrace.timelines.Exports;
import io.millrace.timelines.Timelines;
import io.millrace.timelines.TimelinesProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class TimelinesController {
    private final Timelines timelines;
    private final Exports exports;

    TimelinesController(Timelines timelines, Exports exports) {
        this.timelines = timelines;
        this.exports = exports;
    }

    record Wish(@Nullable String directory) {}

    /** Where to watch the work: {@code GET /jobs/{id}}. */
    record Begun(UUID id, String kind, String directory) {}

    @GetMapping("/freshness")
    @Requires(Permission.INSIGHTS_READ)
    Timelines.Freshness freshness() {
        return timelines.freshness();
    }

    @PostMapping("/exports/parquet")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.DATA_EXPORT)
    Begun parquet(@RequestBody(required = false) @Nullable Wish wish) {
        return switch (exports.parquet(wish == null ? null : wish.directory())) {
            case Exports.Beginning.Begun(UUID job, String directory) ->
                    new Begun(job, "timelines.parquet", directory);
            case Exports.Beginning.NotUsable(String directory) ->
                    throw Refusal.of(TimelinesProblem.EXPORT_DIRECTORY_IN_USE, directory);
        };
    }
}
