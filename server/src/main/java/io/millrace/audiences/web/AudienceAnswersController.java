package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.live.AudienceAnswers;
import io.millrace.audiences.live.Backtests;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audiences/{id}")
class AudienceAnswersController {
    private final AudienceAnswers answers;
    private final Backtests backtests;
    private final Access access;

    AudienceAnswersController(AudienceAnswers answers, Backtests backtests, Access access) {
        this.answers = answers;
        this.backtests = backtests;
        this.access = access;
    }

    record Items<T>(List<T> items) {}

    @GetMapping("/why")
    @Requires(Permission.AUDIENCES_READ)
    AudienceAnswers.Why why(
            @PathVariable UUID id, @RequestParam String customer, @Nullable AsOf asOf) {
        return answers.why(id, profile(customer), instant(asOf))
                .orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }

    @GetMapping("/trend")
    @Requires(Permission.AUDIENCES_READ)
    Items<AudienceAnswers.Day> trend(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return found(answers.trend(id, from, to));
    }

    @GetMapping("/backtest")
    @Requires(Permission.AUDIENCES_READ)
    Items<Backtests.Point> backtest(
            @PathVariable UUID id,
            @Nullable AsOf from,
            @Nullable AsOf to,
            @RequestParam(defaultValue = "25") int points) {
        return found(answers.backtest(id, instant(from), instant(to), points));
    }

    /**
     * @param points {@link Backtests#WEEKLY} if not said
     */
    record Wanted(@Nullable Integer points) {}

    record Begun(UUID id, UUID job) {}

    @PostMapping("/backtests")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun begin(
            @PathVariable UUID id,
            @Nullable AsOf from,
            @Nullable AsOf to,
            @RequestBody(required = false) @Nullable Wanted wanted) {
        Integer points = wanted == null ? null : wanted.points();
        String by = access.caller().map(Access.Caller::name).orElse("");
        return switch (backtests.begin(
                id,
                instant(from),
                instant(to),
                Objects.requireNonNullElse(points, Backtests.WEEKLY),
                by)) {
            case Backtests.Begun.Queued(UUID made, UUID job) -> new Begun(made, job);
            case Backtests.Begun.Invalid(var errors) ->
                    throw Refusal.of(AudiencesProblem.INVALID, errors);
            case Backtests.Begun.IsList() -> throw Refusal.of(AudiencesProblem.NO_CONDITION);
            case Backtests.Begun.NoSuchAudience() ->
                    throw Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE);
        };
    }

    @GetMapping("/backtests")
    @Requires(Permission.AUDIENCES_READ)
    Items<Backtests.Backtest> backtests(@PathVariable UUID id) {
        return found(backtests.of(id));
    }

    @GetMapping("/overlap")
    @Requires(Permission.AUDIENCES_READ)
    Items<AudienceAnswers.Overlap> overlap(@PathVariable UUID id) {
        return found(answers.overlap(id));
    }

    private static <T> Items<T> found(Optional<List<T>> items) {
        return new Items<>(items.orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE)));
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }

    private static ProfileId profile(String text) {
        try {
            return ProfileId.parse(text);
        } catch (IllegalArgumentException none) {
            throw Refusal.of(SharedProblem.NOT_FOUND);
        }
    }
}
