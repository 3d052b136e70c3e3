package io.millrace.models.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.models.ModelsProblem;
import io.millrace.models.scores.ScoreSettings;
import io.millrace.models.scores.Scores;
import io.millrace.models.scores.Scores.Started;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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

/** Runs of models: what there is, when it runs, and what each run left. */
@RestController
@RequestMapping("/api/v1/models")
class ModelsController {
    private final Scores scores;
    private final Access access;

    ModelsController(Scores scores, Access access) {
        this.scores = scores;
        this.access = access;
    }

    record Items<T>(List<T> items) {}

    record Queued(UUID run, UUID job) {}

    /**
     * @param weekday such as {@code MONDAY}, for a weekly schedule
     * @param at such as {@code 03:30}, in the workspace's zone
     */
    record ScheduleBody(
            Scores.@Nullable Every every, @Nullable DayOfWeek weekday, @Nullable String at) {}

    @GetMapping
    @Requires(Permission.INSIGHTS_READ)
    Items<Scores.Card> models() {
        return new Items<>(scores.cards());
    }

    @GetMapping("/settings")
    @Requires(Permission.INSIGHTS_READ)
    ScoreSettings settings() {
        return scores.settings();
    }

    @PutMapping("/settings")
    @Requires(Permission.MODELS_WRITE)
    ScoreSettings change(@RequestBody ScoreSettings settings) {
        return switch (scores.change(settings)) {
            case Scores.SettingsChange.Done(ScoreSettings now) -> now;
            case Scores.SettingsChange.Invalid(var errors) ->
                    throw Refusal.of(ModelsProblem.SCORE_SETTINGS_INVALID, errors);
        };
    }

    @GetMapping("/{model}/runs")
    @Requires(Permission.INSIGHTS_READ)
    Items<Scores.Run> runs(@PathVariable String model) {
        return new Items<>(scores.runs(model));
    }

    @GetMapping("/runs/{id}")
    @Requires(Permission.INSIGHTS_READ)
    Scores.Detail run(@PathVariable UUID id) {
        return scores.run(id).orElseThrow(() -> Refusal.of(ModelsProblem.NO_SUCH_RUN));
    }

    @GetMapping("/{model}/latest")
    @Requires(Permission.INSIGHTS_READ)
    Scores.Detail latest(@PathVariable String model, @Nullable AsOf asOf) {
        return scores.latest(model, asOf == null ? null : asOf.instant())
                .orElseThrow(() -> Refusal.of(ModelsProblem.NO_SUCH_RUN));
    }

    @PostMapping("/{model}/runs")
    @Requires(Permission.MODELS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued start(@PathVariable String model, @Nullable AsOf asOf) {
        return queued(scores.start(model, asOf == null ? null : asOf.instant(), by()));
    }

    @PostMapping("/runs/{id}/undo")
    @Requires(Permission.MODELS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued undo(@PathVariable UUID id) {
        return queued(scores.undo(id, by()));
    }

    @PutMapping("/{model}/schedule")
    @Requires(Permission.MODELS_WRITE)
    Scores.Card schedule(@PathVariable String model, @RequestBody ScheduleBody body) {
        return scheduled(model, read(body));
    }

    @DeleteMapping("/{model}/schedule")
    @Requires(Permission.MODELS_WRITE)
    Scores.Card unschedule(@PathVariable String model) {
        return scheduled(model, null);
    }

    private Scores.Card scheduled(String model, Scores.@Nullable Schedule schedule) {
        return scores.schedule(model, schedule)
                .orElseThrow(() -> Refusal.of(ModelsProblem.NO_SUCH_MODEL));
    }

    private static Scores.Schedule read(ScheduleBody body) {
        Scores.Every every = body.every();
        String at = body.at();
        if (every == null || (every == Scores.Every.WEEK) != (body.weekday() != null)) {
            throw unusable("/weekday");
        }
        try {
            return new Scores.Schedule(
                    every, body.weekday(), LocalTime.parse(at == null ? "" : at), null);
        } catch (DateTimeParseException notATime) {
            throw unusable("/at");
        }
    }

    private static Refusal unusable(String pointer) {
        return Refusal.of(
                SharedProblem.INVALID,
                List.of(FieldProblem.of(pointer, "models.schedule-unusable")));
    }

    private static Queued queued(Started started) {
        return switch (started) {
            case Started.Queued(UUID run, UUID job) -> new Queued(run, job);
            case Started.AtWork _ -> throw Refusal.of(ModelsProblem.AT_WORK);
            case Started.NoSuchModel _ -> throw Refusal.of(ModelsProblem.NO_SUCH_MODEL);
            case Started.NoSuchRun _ -> throw Refusal.of(ModelsProblem.NO_SUCH_RUN);
            case Started.NotLatest _ -> throw Refusal.of(ModelsProblem.NOT_LATEST);
        };
    }

    private String by() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
