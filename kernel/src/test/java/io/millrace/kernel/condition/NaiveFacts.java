package io.millrace.kernel.condition;

import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened, in windows and in order; the larger half of {@link Naive}. */
abstract class NaiveFacts {
    final NaiveTime time;
    private final List<Fact> history;

    NaiveFacts(List<Fact> history, NaiveTime time) {
        this.history = history;
        this.time = time;
    }

    final Truth facts(Condition.Facts it, Instant now) {
        List<Fact> selected =
                seen(now).stream().filter(fact -> selects(it.facts(), fact, now)).toList();
        return counted(selected, it.window(), now)
                .map(facts -> NaiveValues.test(measured(it.measure(), facts, now), it.test()))
                .orElse(Truth.UNKNOWN);
    }

    private boolean selects(Selection selection, Fact fact, Instant now) {
        return NaiveValues.selects(selection, fact)
                && !(selection.notCancelled() && isCancelled(fact, now));
    }

    private boolean isCancelled(Fact fact, Instant now) {
        return fact.subject() != null
                && seen(now).stream()
                        .anyMatch(one ->
                                one.kind().equals("order.cancelled")
                                        && fact.subject().equals(one.subject()));
    }

    private Optional<Value> measured(Measure measure, List<Fact> facts, Instant now) {
        return switch (measure) {
            case Measure.Count _ -> whole(facts.size());
            case Measure.Distinct(Property of) -> {
                List<Value> different = new ArrayList<>();
                for (Fact fact : facts) {
                    NaiveValues.readable(NaiveValues.property(fact, of))
                            .filter(value ->
                                    different.stream().noneMatch(known -> identical(known, value)))
                            .ifPresent(different::add);
                }
                yield whole(different.size());
            }
            case Measure.Sum(Property of) -> Optional.of(sum(numbers(of, facts)));
            case Measure.Average(Property of) ->
                    numbers(of, facts).isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Value.Real(
                                            NaiveValues.toDouble(sum(numbers(of, facts)))
                                                    / numbers(of, facts).size()));
            case Measure.Least(Property of) ->
                    numbers(of, facts).stream().min(NaiveValues::compare);
            case Measure.Most(Property of) -> numbers(of, facts).stream().max(NaiveValues::compare);
            case Measure.First(Property of) ->
                    facts.isEmpty() ? Optional.empty() : NaiveValues.property(facts.getFirst(), of);
            case Measure.Last(Property of) ->
                    facts.isEmpty() ? Optional.empty() : NaiveValues.property(facts.getLast(), of);
            case Measure.SinceFirst(var unit) ->
                    facts.isEmpty()
                            ? Optional.empty()
                            : whole(time.elapsed(facts.getFirst().occurredAt(), now, unit));
            case Measure.SinceLast(var unit) ->
                    facts.isEmpty()
                            ? Optional.empty()
                            : whole(time.elapsed(facts.getLast().occurredAt(), now, unit));
        };
    }

    private static boolean identical(Value one, Value other) {
        boolean numbers =
                !(one instanceof Value.Text
                        || one instanceof Value.Flag
                        || other instanceof Value.Text
                        || other instanceof Value.Flag);
        return numbers ? NaiveValues.compare(one, other) == 0 : one.equals(other);
    }

    private static List<Value> numbers(Property of, List<Fact> facts) {
        return facts.stream()
                .flatMap(fact -> NaiveValues.readable(NaiveValues.property(fact, of)).stream())
                .flatMap(value -> NaiveValues.number(value).stream())
                .toList();
    }

    private static Value sum(List<Value> numbers) {
        long wholes = 0;
        double reals = 0;
        boolean anyReal = false;
        for (Value number : numbers) {
            if (number instanceof Value.Whole(long whole)) {
                wholes += whole;
            } else {
                reals += NaiveValues.toDouble(number);
                anyReal = true;
            }
        }
        return anyReal ? new Value.Real(wholes + reals) : new Value.Whole(wholes);
    }

    private static Optional<Value> whole(long number) {
        return Optional.of(new Value.Whole(number));
    }

    /** The facts inside a window; empty if the window itself is unknown. */
    final Optional<List<Fact>> counted(List<Fact> facts, Window window, Instant now) {
        return switch (window) {
            case Window.Since it -> Optional.of(since(facts, it, now));
            case Window.AroundAnniversary it ->
                    NaiveValues.date(attribute(it.attribute(), now))
                            .map(date ->
                                    time.around(
                                            date, it.daysBefore(), it.daysAfter(), time.day(now)))
                            .map(days ->
                                    facts.stream()
                                            .filter(fact ->
                                                    days.isPresent()
                                                            && NaiveTime.within(
                                                                    days.get(),
                                                                    time.day(fact.occurredAt())))
                                            .toList());
            default ->
                    Optional.of(
                            facts.stream()
                                    .filter(fact -> time.inside(window, fact.occurredAt(), now))
                                    .toList());
        };
    }

    private List<Fact> since(List<Fact> facts, Window.Since window, Instant now) {
        List<Fact> anchors =
                seen(now).stream().filter(fact -> selects(window.fact(), fact, now)).toList();
        if (anchors.isEmpty()) {
            return List.of();
        }
        Instant from =
                (window.which() == Window.Since.Occurrence.FIRST
                                ? anchors.getFirst()
                                : anchors.getLast())
                        .occurredAt();
        return facts.stream()
                .filter(fact -> fact.occurredAt().isAfter(from))
                .filter(fact ->
                        window.within()
                                .map(within -> !fact.occurredAt().isAfter(time.plus(from, within)))
                                .orElse(true))
                .toList();
    }

    final Truth sequence(Condition.Sequence it, Instant now) {
        List<Fact> completing = new ArrayList<>();
        for (Fact first : seen(now)) {
            if (selects(it.steps().getFirst(), first, now)) {
                chains(it, 1, first, first, now, completing);
            }
        }
        return counted(completing, it.window(), now)
                .map(facts -> Truth.of(!facts.isEmpty()))
                .orElse(Truth.UNKNOWN);
    }

    private void chains(
            Condition.Sequence it, int step, Fact first, Fact last, Instant now, List<Fact> into) {
        if (step == it.steps().size()) {
            boolean inTime =
                    it.within()
                            .map(within ->
                                    !last.occurredAt()
                                            .isAfter(time.plus(first.occurredAt(), within)))
                            .orElse(true);
            boolean disturbed =
                    seen(now).stream()
                            .anyMatch(fact ->
                                    fact.occurredAt().isAfter(first.occurredAt())
                                            && fact.occurredAt().isBefore(last.occurredAt())
                                            && shares(it, first, fact)
                                            && it.without().stream()
                                                    .anyMatch(each -> selects(each, fact, now)));
            if (inTime && !disturbed) {
                into.add(last);
            }
            return;
        }
        for (Fact next : seen(now)) {
            if (next.occurredAt().isAfter(last.occurredAt())
                    && selects(it.steps().get(step), next, now)
                    && shares(it, first, next)) {
                chains(it, step + 1, first, next, now, into);
            }
        }
    }

    private static boolean shares(Condition.Sequence it, Fact one, Fact other) {
        if (it.same().isEmpty()) {
            return true;
        }
        Optional<Value> left = NaiveValues.readable(NaiveValues.property(one, it.same().get()));
        Optional<Value> right = NaiveValues.readable(NaiveValues.property(other, it.same().get()));
        return left.isPresent() && right.isPresent() && identical(left.get(), right.get());
    }

    final List<Fact> changes(String name, Instant now) {
        return seen(now).stream()
                .filter(fact ->
                        fact.kind().equals(Kinds.PROFILE_CHANGED) && has(fact, "attribute", name))
                .toList();
    }

    final Optional<Value> attribute(String name, Instant now) {
        List<Fact> changes = changes(name, now);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(changes.getLast().attributes().get("value"));
    }

    final List<Fact> seen(Instant now) {
        return history.stream().filter(fact -> !fact.occurredAt().isAfter(now)).toList();
    }

    static boolean has(Fact fact, String name, String text) {
        return new Value.Text(text).equals(fact.attributes().get(name));
    }
}
