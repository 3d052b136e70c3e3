package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.property.Property;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Opening;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.TimelineStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts against a naive evaluation, and {@code until} against every hour that follows. */
class EvaluatorAgainstOracleTest {
    private static final UUID CUSTOMER = new UUID(3, 3);
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> KINDS =
            List.of(Kinds.ORDER_COMPLETED, Kinds.PAGE_VIEWED, "event.Never");

    @TempDir(factory = FastFolder.class)
    Path folder;

    private int run;

    /** Facts and the seed of a condition, so that facts can be shrunk away. */
    private sealed interface Part {
        record Happened(Fact fact) implements Part {}

        record Asked(Condition condition, int hour) implements Part {}
    }

    @Test
    void verdictsEqualTheOraclesAndStandUntilTheySay() {
        Property.holds(400, EvaluatorAgainstOracleTest::parts, this::check);
    }

    private void check(List<Part> parts) throws Exception {
        List<Fact> facts = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Happened(Fact fact)) {
                facts.add(fact);
            }
        }
        Path directory = Files.createDirectory(folder.resolve("run" + run++));
        TimelineStore store = ((Opening.Opened) TimelineStore.open(directory)).store();
        store.apply(facts, 1);
        for (Part part : parts) {
            if (part instanceof Part.Asked asked) {
                ask(store.snapshot(), facts, asked);
            }
        }
    }

    private static void ask(Snapshot snapshot, List<Fact> facts, Part.Asked asked) {
        Evaluator evaluator =
                Evaluator.of(List.of(asked.condition()), snapshot.dictionary(), ZoneOffset.UTC);
        evaluator.measure(snapshot.timeline(CUSTOMER), hour(asked.hour()));
        Verdict verdict = evaluator.verdict(0);
        assertThat(verdict.holds()).isEqualTo(evaluator.holds(0));
        assertThat(verdict.until()).isGreaterThan(hour(asked.hour()));
        for (int hour = asked.hour(); hour < asked.hour() + 24 * 14; hour++) {
            if (hour(hour) >= verdict.until()) {
                return;
            }
            assertThat(holds(asked.condition(), facts, hour(hour)))
                    .as("%s hours later, until %s", hour - asked.hour(), verdict.until())
                    .isEqualTo(verdict.holds());
        }
    }

    private static boolean holds(Condition condition, List<Fact> facts, long asOf) {
        List<Fact> seen =
                facts.stream().filter(fact -> Micros.of(fact.occurredAt()) <= asOf).toList();
        return switch (condition) {
            case Condition.All all -> all.of().stream().allMatch(c -> holds(c, facts, asOf));
            case Condition.Any any -> any.of().stream().anyMatch(c -> holds(c, facts, asOf));
            case Condition.None none -> none.of().stream().noneMatch(c -> holds(c, facts, asOf));
            case Condition.FactCount count ->
                    count.comparison()
                            .holds(
                                    within(seen, count.kind(), count.lastDays(), asOf).size(),
                                    count.number());
            case Condition.AmountSum sum ->
                    sum.comparison()
                            .holds(
                                    within(seen, sum.kind(), sum.lastDays(), asOf).stream()
                                            .filter(f -> sum.currency().equals(f.currency()))
                                            .mapToLong(Fact::amount)
                                            .sum(),
                                    sum.minorUnits());

            case Condition.DaysSinceFirst since ->
                    within(seen, since.kind(), Optional.empty(), asOf).stream()
                            .mapToLong(fact -> Micros.of(fact.occurredAt()))
                            .min()
                            .stream()
                            .anyMatch(at -> days(since.comparison(), at, asOf, since.days()));
            case Condition.DaysSinceLast since ->
                    within(seen, since.kind(), Optional.empty(), asOf).stream()
                            .mapToLong(fact -> Micros.of(fact.occurredAt()))
                            .max()
                            .stream()
                            .anyMatch(at -> days(since.comparison(), at, asOf, since.days()));
            case Condition.CustomerAge age ->
                    seen.stream().mapToLong(fact -> Micros.of(fact.occurredAt())).min().stream()
                            .anyMatch(at -> days(age.comparison(), at, asOf, age.days()));
            default -> throw new IllegalArgumentException("not a short form: " + condition);
        };
    }

    private static boolean days(Comparison comparison, long from, long to, int days) {
        return comparison.holds(Math.floorDiv(to - from, Micros.DAY), days);
    }

    private static List<Fact> within(
            List<Fact> seen, String kind, Optional<Integer> days, long asOf) {
        long after = days.map(d -> asOf - d * Micros.DAY).orElse(Long.MIN_VALUE);
        return seen.stream()
                .filter(fact -> fact.kind().equals(kind))
                .filter(fact -> Micros.of(fact.occurredAt()) > after)
                .toList();
    }

    private static long hour(int hour) {
        return Micros.of(START.plusSeconds(3_600L * hour));
    }

    private static List<Part> parts(RandomGenerator random) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            parts.add(new Part.Happened(fact(random, i)));
        }
        for (int i = 0; i < 4; i++) {
            parts.add(new Part.Asked(condition(random, 2), random.nextInt(24 * 12)));
        }
        return parts;
    }

    private static Fact fact(RandomGenerator random, int number) {
        Instant at = START.plusSeconds(3_600L * random.nextInt(24 * 14));
        return new Fact(
                new UUID(1, number),
                CUSTOMER,
                KINDS.get(random.nextInt(2)),
                at,
                at,
                null,
                random.nextInt(-3, 9),
                random.nextBoolean() ? "EUR" : "CNY",
                Map.of(),
                "test",
                false);
    }

    private static Condition condition(RandomGenerator random, int depth) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        Comparison comparison = Comparison.values()[random.nextInt(Comparison.values().length)];
        Optional<Integer> days =
                random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(6));
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> new Condition.FactCount(kind, comparison, random.nextInt(4), days);
            case 1 -> new Condition.AmountSum(kind, "EUR", comparison, random.nextInt(12), days);
            case 2 -> new Condition.DaysSinceFirst(kind, comparison, random.nextInt(8));
            case 3 -> new Condition.DaysSinceLast(kind, comparison, random.nextInt(8));
            case 4 -> new Condition.CustomerAge(comparison, random.nextInt(8));
            case 5 -> new Condition.All(conditions(random, depth - 1));
            case 6 -> new Condition.Any(conditions(random, depth - 1));
            default -> new Condition.None(conditions(random, depth - 1));
        };
    }

    private static List<Condition> conditions(RandomGenerator random, int depth) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            conditions.add(condition(random, depth));
        }
        return conditions;
    }
}
