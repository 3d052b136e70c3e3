package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Access.Caller;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.tags.AutomaticTags;
import io.millrace.audiences.tags.AutomaticTags.Made;
import io.millrace.audiences.tags.AutomaticTags.Rule;
import io.millrace.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/tag-rules")
class TagRulesController {
    private final AutomaticTags tags;
    private final Access access;

    TagRulesController(AutomaticTags tags, Access access) {
        this.tags = tags;
        this.access = access;
    }

    record Items(List<Rule> items) {}

    record Answer(UUID id, @Nullable UUID job) {}

    record Body(
            @Nullable String category,
            @Nullable String value,
            @Nullable List<String> days,
            @Nullable UUID audience,
            @Nullable JsonNode condition,
            @Nullable Integer keepDays,
            @Nullable Integer expireDays,
            @Nullable Boolean paused) {
        AutomaticTags.Wanted wanted() {
            return new AutomaticTags.Wanted(
                    category,
                    value,
                    days == null ? List.of() : days,
                    audience,
                    condition == null || condition.isNull() ? null : condition,
                    keepDays,
                    expireDays,
                    Boolean.TRUE.equals(paused));
        }
    }

    @GetMapping
    @Requires(Permission.AUDIENCES_READ)
    Items rules() {
        return new Items(tags.rules());
    }

    @GetMapping("/{id}")
    @Requires(Permission.AUDIENCES_READ)
    Rule rule(@PathVariable UUID id) {
        return tags.rule(id).orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_TAG_RULE));
    }

    @PostMapping
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Answer make(@RequestBody Body body) {
        String by = access.caller().map(Caller::name).orElse("");
        return answer(tags.make(body.wanted(), by));
    }

    @PutMapping("/{id}")
    @Requires(Permission.AUDIENCES_WRITE)
    Answer change(@PathVariable UUID id, @RequestBody Body body) {
        return answer(tags.change(id, body.wanted()));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        if (!tags.delete(id)) {
            throw Refusal.of(AudiencesProblem.NO_SUCH_TAG_RULE);
        }
    }

    private static Answer answer(Made made) {
        return switch (made) {
            case Made.Done(UUID id, UUID job) -> new Answer(id, job);
            case Made.Invalid(var errors) -> throw Refusal.of(AudiencesProblem.INVALID, errors);
            case Made.NoSuchRule() -> throw Refusal.of(AudiencesProblem.NO_SUCH_TAG_RULE);
        };
    }
}
