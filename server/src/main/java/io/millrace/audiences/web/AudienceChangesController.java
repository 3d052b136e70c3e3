package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Applied;
import io.millrace.audiences.live.LiveAudiences.Tried;
import io.millrace.shared.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/audiences/{id}/changes")
class AudienceChangesController {
    private final LiveAudiences audiences;
    private final Access access;

    AudienceChangesController(LiveAudiences audiences, Access access) {
        this.audiences = audiences;
        this.access = access;
    }

    record Body(@Nullable JsonNode condition, @Nullable String note) {}

    record Queued(UUID change, UUID job) {}

    /** What applying did. */
    record Done(int entered, int left) {}

    @PostMapping
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued change(@PathVariable UUID id, @RequestBody Body body) {
        return switch (audiences.change(id, body.condition(), body.note(), by())) {
            case Tried.Queued(UUID change, UUID job) -> new Queued(change, job);
            case Tried.Invalid(var errors) -> throw AudiencesController.invalid(errors);
            case Tried.IsList() -> throw Refusal.of(AudiencesProblem.NO_CONDITION);
            case Tried.NoSuchAudience() -> throw Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE);
        };
    }

    @GetMapping("/{change}")
    @Requires(Permission.AUDIENCES_READ)
    LiveAudiences.Change one(@PathVariable UUID id, @PathVariable UUID change) {
        return audiences
                .change(id, change)
                .orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_CHANGE));
    }

    @PostMapping("/{change}/apply")
    @Requires(Permission.AUDIENCES_WRITE)
    Done apply(@PathVariable UUID id, @PathVariable UUID change) {
        return switch (audiences.apply(id, change, by())) {
            case Applied.Done(int entered, int left) -> new Done(entered, left);
            case Applied.NotReady(String state) ->
                    throw Refusal.of(AudiencesProblem.NOT_READY, state);
            case Applied.NoSuchChange() -> throw Refusal.of(AudiencesProblem.NO_SUCH_CHANGE);
        };
    }

    @DeleteMapping("/{change}")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @PathVariable UUID change) {
        if (!audiences.discard(id, change)) {
            throw Refusal.of(AudiencesProblem.NO_SUCH_CHANGE);
        }
    }

    private String by() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
