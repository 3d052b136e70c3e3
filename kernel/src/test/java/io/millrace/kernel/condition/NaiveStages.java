package io.millrace.kernel.condition;

import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Stages the slow way: the rules are asked at every instant at which anything could change, those
 * of the facts, of midnights, and of all lengths that the rules name from there on.
 */
final class NaiveStages {
    /** A move; {@code from} is empty before the first stage. */
    record Move(Instant at, Optional<String> from, String to) {}

    private static final Duration AHEAD = Duration.ofDays(120);

    private record Path(Instant end, List<Move> moves) {}

    private final Naive naive;
    private final List<Fact> history;
    private final NaiveTime time;
    private final Map<StageRules, Path> paths = new HashMap<>();

    NaiveStages(Naive naive, List<Fact> history, NaiveTime time) {
        this.naive = naive;
        this.history = history;
        this.time = time;
    }

    Truth stage(Condition.Stage it, Instant now) {
        return stage(it.rules(), then(it.asOf(), now))
                .map(stage -> Truth.of(it.stages().contains(stage)))
                .orElse(Truth.UNKNOWN);
    }

    private Instant then(Moment moment, Instant now) {
        return switch (moment) {
            case Moment.Now _ -> now;
            case Moment.At(Instant at) -> at.isBefore(now) ? at : now;
            case Moment.Ago(Length ago) ->
                    ago.isExact()
                            ? now.minus(Duration.ofNanos(ago.micros() * 1_000))
                            : time.start(time.day(now).minusMonths(ago.asMonths()));
        };
    }

    private Optional<String> stage(StageRules scheme, Instant at) {
        if (scheme.rules().isEmpty()
                || history.stream().allMatch(fact -> fact.occurredAt().isAfter(at))) {
            return Optional.empty();
        }
        for (StageRules.Rule rule : scheme.rules()) {
            if (rule == scheme.rules().getLast()
                    || naive.answer(rule.condition(), at) == Truth.TRUE) {
                return Optional.of(rule.stage());
            }
        }
        throw new IllegalStateException("the last takes everybody");
    }

    /** All moves by an instant, as facts that bear their instants. */
    List<Fact> moves(Condition.StageMoved it, Instant now) {
        Path path = paths.get(it.rules());
        if (path == null || path.end.isBefore(now)) {
            path = path(it.rules(), now.plus(AHEAD));
            paths.put(it.rules(), path);
        }
        return path.moves.stream()
                .filter(move -> !move.at.isAfter(now))
                .filter(move ->
                        it.from().isEmpty() || move.from.filter(it.from()::contains).isPresent())
                .filter(move -> it.to().isEmpty() || it.to().contains(move.to))
                .map(move -> fact(move.at))
                .toList();
    }

    private Fact fact(Instant at) {
        Fact any = history.getFirst();
        return new Fact(
                any.id(), any.profile(), "moved", at, at, null, 0, null, Map.of(), "", false);
    }

    private Path path(StageRules scheme, Instant end) {
        List<Move> moves = new ArrayList<>();
        Optional<String> stage = Optional.empty();
        for (Instant at : candidates(scheme, end)) {
            Optional<String> next = stage(scheme, at);
            if (!next.equals(stage)) {
                moves.add(new Move(at, stage, next.orElseThrow()));
                stage = next;
            }
        }
        return new Path(end, moves);
    }

    private TreeSet<Instant> candidates(StageRules scheme, Instant end) {
        TreeSet<Instant> candidates = new TreeSet<>();
        if (history.isEmpty()) {
            return candidates;
        }
        TreeSet<Instant> base = new TreeSet<>();
        history.forEach(fact -> base.add(fact.occurredAt()));
        for (LocalDate day = time.day(history.getFirst().occurredAt()).minusDays(1);
                time.start(day).isBefore(end);
                day = day.plusDays(1)) {
            base.add(time.start(day));
        }
        candidates.addAll(base);
        for (UnaryOperator<Instant> shift : shifts(scheme)) {
            base.forEach(instant -> candidates.add(shift.apply(instant)));
        }
        candidates.removeIf(instant -> instant.isAfter(end));
        return candidates;
    }

    private List<UnaryOperator<Instant>> shifts(StageRules scheme) {
        List<UnaryOperator<Instant>> shifts = new ArrayList<>();
        scheme.rules().forEach(rule -> add(rule.condition(), shifts));
        return shifts;
    }

    private void add(Condition condition, List<UnaryOperator<Instant>> into) {
        switch (condition) {
            case Condition.All(var of) -> of.forEach(one -> add(one, into));
            case Condition.Any(var of) -> of.forEach(one -> add(one, into));
            case Condition.None(var of) -> of.forEach(one -> add(one, into));
            case Condition.Surely(var of) -> add(of, into);
            case Condition.FactCount it -> it.lastDays().ifPresent(days -> days(days, into));
            case Condition.AmountSum it -> it.lastDays().ifPresent(days -> days(days, into));
            case Condition.DaysSinceFirst it -> days(it.days(), into);
            case Condition.DaysSinceLast it -> days(it.days(), into);
            case Condition.CustomerAge it -> days(it.days(), into);
            case Condition.AttributeChanged it -> window(it.window(), into);
            case Condition.Sequence it -> window(it.window(), into);
            case Condition.Facts it -> {
                window(it.window(), into);
                measure(it, into);
            }
            case Condition.Score it -> moment(it.asOf(), into);
            case Condition.Stage it -> {
                List<UnaryOperator<Instant>> inner = shifts(it.rules());
                into.addAll(inner);
                List<UnaryOperator<Instant>> later = new ArrayList<>();
                moment(it.asOf(), later);
                into.addAll(later);
                for (UnaryOperator<Instant> one : inner) {
                    later.forEach(shift -> into.add(at -> shift.apply(one.apply(at))));
                }
            }
            default -> {
                // Facts and midnights are looked at anyway.
            }
        }
    }

    private static void days(int days, List<UnaryOperator<Instant>> into) {
        into.add(at -> at.plus(Duration.ofDays(days)));
        into.add(at -> at.plus(Duration.ofDays(days + 1L)));
    }

    private void moment(Moment moment, List<UnaryOperator<Instant>> into) {
        if (moment instanceof Moment.Ago(Length length)) {
            into.add(at -> time.plus(at, length));
        }
    }

    private void window(Window window, List<UnaryOperator<Instant>> into) {
        switch (window) {
            case Window.Last(Length length) -> into.add(at -> time.plus(at, length));
            case Window.Older(Length length) -> into.add(at -> time.plus(at, length));
            default -> {
                // Midnights and facts.
            }
        }
    }

    private void measure(Condition.Facts it, List<UnaryOperator<Instant>> into) {
        Length.Unit unit =
                switch (it.measure()) {
                    case Measure.SinceFirst(Length.Unit first) -> first;
                    case Measure.SinceLast(Length.Unit last) -> last;
                    default -> null;
                };
        if (unit != null
                && it.test() instanceof ValueTest.Compares(var _, Value.Whole(long number))) {
            into.add(at -> time.plus(at, number, unit));
            into.add(at -> time.plus(at, number + 1, unit));
        }
    }
}
