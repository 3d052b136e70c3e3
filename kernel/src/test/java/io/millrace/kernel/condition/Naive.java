package io.millrace.kernel.condition;

import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What conditions mean, the slow and obvious way over a list of facts; written from
 * docs/conditions.md and not from the evaluator.
 */
final class Naive extends NaiveFacts {
    private final UUID customer;
    private final NaiveStages stages;

    /**
     * @param history in the order (occurredAt, id)
     */
    Naive(UUID customer, List<Fact> history, ZoneId zone) {
        super(history, new NaiveTime(zone));
        this.customer = customer;
        this.stages = new NaiveStages(this, history, time);
    }

    Truth answer(Condition condition, Instant now) {
        return switch (condition) {
            case Condition.All(var of) ->
                    of.stream().map(c -> answer(c, now)).reduce(Truth.TRUE, Naive::and);
            case Condition.Any(var of) ->
                    of.stream().map(c -> answer(c, now)).reduce(Truth.FALSE, Naive::or);
            case Condition.None(var of) ->
                    of.stream().map(c -> answer(c, now)).reduce(Truth.FALSE, Naive::or).not();
            case Condition.Surely(var of) -> Truth.of(answer(of, now) == Truth.TRUE);
            case Condition.FactCount it ->
                    Truth.of(
                            it.comparison()
                                    .holds(
                                            recent(it.kind(), it.lastDays(), now).size(),
                                            it.number()));
            case Condition.AmountSum it ->
                    Truth.of(
                            it.comparison()
                                    .holds(
                                            recent(it.kind(), it.lastDays(), now).stream()
                                                    .filter(fact ->
                                                            it.currency().equals(fact.currency()))
                                                    .mapToLong(Fact::amount)
                                                    .sum(),
                                            it.minorUnits()));
            case Condition.DaysSinceFirst it -> {
                List<Fact> all = recent(it.kind(), Optional.empty(), now);
                yield Truth.of(
                        !all.isEmpty()
                                && it.comparison().holds(days(all.getFirst(), now), it.days()));
            }
            case Condition.DaysSinceLast it -> {
                List<Fact> all = recent(it.kind(), Optional.empty(), now);
                yield Truth.of(
                        !all.isEmpty()
                                && it.comparison().holds(days(all.getLast(), now), it.days()));
            }
            case Condition.CustomerAge it -> {
                List<Fact> all = seen(now);
                yield Truth.of(
                        !all.isEmpty()
                                && it.comparison().holds(days(all.getFirst(), now), it.days()));
            }
            case Condition.Facts it -> facts(it, now);
            case Condition.Sequence it -> sequence(it, now);
            case Condition.Bucket it -> {
                int number =
                        Buckets.number(
                                Buckets.hash(it.salt()),
                                customer.getMostSignificantBits(),
                                customer.getLeastSignificantBits());
                yield Truth.of(number >= it.from() && number < it.below());
            }
            default -> state(condition, now);
        };
    }

    private Truth state(Condition condition, Instant now) {
        return switch (condition) {
            case Condition.Attribute(String name, ValueTest test) ->
                    NaiveValues.test(attribute(name, now), test);
            case Condition.AttributeChanged(String name, Window window) ->
                    counted(changes(name, now), window, now)
                            .map(facts -> Truth.of(!facts.isEmpty()))
                            .orElse(Truth.UNKNOWN);
            case Condition.Anniversary it ->
                    NaiveValues.date(attribute(it.attribute(), now))
                            .map(date ->
                                    Truth.of(
                                            time.around(
                                                            date,
                                                            it.daysBefore(),
                                                            it.daysAfter(),
                                                            time.day(now))
                                                    .map(days ->
                                                            NaiveTime.within(days, time.day(now)))
                                                    .orElse(false)))
                            .orElse(Truth.UNKNOWN);
            case Condition.Identity(String type) ->
                    Truth.of(
                            seen(now).stream()
                                    .anyMatch(fact ->
                                            fact.kind().equals(Kinds.IDENTITY_ADDED)
                                                            && has(fact, "type", type)
                                                    || fact.kind().equals(Kinds.CUSTOMER_KNOWN)
                                                            && fact.attributes().get("identities")
                                                                    instanceof
                                                                    Value.Text(String all)
                                                            && List.of(all.split(","))
                                                                    .contains(type)));
            case Condition.Consent it -> {
                List<Fact> said =
                        seen(now).stream()
                                .filter(fact -> fact.kind().startsWith("consent."))
                                .filter(fact ->
                                        has(fact, "purpose", it.purpose())
                                                && has(fact, "channel", it.channel()))
                                .toList();
                Condition.Consent.State state =
                        said.isEmpty()
                                ? Condition.Consent.State.NEVER_ASKED
                                : said.getLast().kind().equals("consent.given")
                                        ? Condition.Consent.State.GIVEN
                                        : Condition.Consent.State.WITHDRAWN;
                yield Truth.of(state == it.state());
            }
            case Condition.Tag it -> Truth.of(tagged(it, now));
            case Condition.Prefers it ->
                    NaiveValues.test(
                            new NaivePreferences(seen(now), time)
                                    .favourite(it.dimension())
                                    .map(Value.Text::new),
                            it.test());
            case Condition.Score it ->
                    last("model.scored", "model", it.model(), it.asOf(), now)
                            .map(fact ->
                                    NaiveValues.test(
                                            Optional.ofNullable(fact.attributes().get(it.figure())),
                                            it.test()))
                            .orElse(
                                    it.test() instanceof ValueTest.IsSet
                                            ? Truth.FALSE
                                            : Truth.UNKNOWN);
            case Condition.Stage it -> stages.stage(it, now);
            case Condition.StageMoved it ->
                    counted(stages.moves(it, now), it.window(), now)
                            .map(moves -> Truth.of(!moves.isEmpty()))
                            .orElse(Truth.UNKNOWN);
            case Condition.InAudience(String audience) ->
                    Truth.of(
                            seen(now).stream()
                                    .filter(fact ->
                                            fact.kind().startsWith("audience.")
                                                    && has(fact, "audience", audience))
                                    .reduce((_, later) -> later)
                                    .map(fact -> fact.kind().equals("audience.entered"))
                                    .orElse(false));
            default -> throw new IllegalArgumentException("unknown: " + condition);
        };
    }

    private boolean tagged(Condition.Tag tag, Instant now) {
        Map<Value, Fact> latest = new HashMap<>();
        for (Fact fact : seen(now)) {
            Value value = fact.attributes().get("value");
            if (fact.kind().startsWith("tag.")
                    && has(fact, "category", tag.category())
                    && value != null) {
                latest.put(value, fact);
            }
        }
        DayOfWeek today = time.day(now).getDayOfWeek();
        return latest.values().stream()
                .filter(fact -> fact.kind().equals("tag.added"))
                .filter(fact -> tag.value().isEmpty() || has(fact, "value", tag.value().get()))
                .anyMatch(fact ->
                        !tag.scheduledToday() || days(fact).contains(today.name().substring(0, 3)));
    }

    private static Set<String> days(Fact tag) {
        return tag.attributes().get("days") instanceof Value.Text(String days)
                ? new HashSet<>(List.of(days.split(",")))
                : Set.of();
    }

    private Optional<Fact> last(String kind, String key, String value, Moment asOf, Instant now) {
        return seen(now).stream()
                .filter(fact -> fact.kind().equals(kind) && has(fact, key, value))
                .filter(fact ->
                        switch (asOf) {
                            case Moment.Now _ -> true;
                            case Moment.Ago(Length ago) ->
                                    !time.plus(fact.occurredAt(), ago).isAfter(now);
                            case Moment.At(Instant at) -> !fact.occurredAt().isAfter(at);
                        })
                .reduce((_, later) -> later);
    }

    private List<Fact> recent(String kind, Optional<Integer> days, Instant now) {
        return seen(now).stream()
                .filter(fact -> fact.kind().equals(kind))
                .filter(fact ->
                        days.map(d -> time.inside(Window.lastDays(d), fact.occurredAt(), now))
                                .orElse(true))
                .toList();
    }

    private long days(Fact fact, Instant now) {
        return time.elapsed(fact.occurredAt(), now, Length.Unit.DAY);
    }

    private static Truth and(Truth one, Truth other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Truth or(Truth one, Truth other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
