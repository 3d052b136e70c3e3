package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Explanation;
import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.property.Property;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Opening;
import io.millrace.kernel.timeline.SealedDates;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers and {@code until} of random conditions against a naive evaluation. */
class AgainstNaiveTest {
    private static final int STORES = Integer.getInteger("condition.stores", 100);
    private static final int CUSTOMERS = 10;
    private static final int CONDITIONS = 12;

    /** Stages that change once a day need this many days for the steps that settling makes. */
    private static final Duration MANY_STEPS = Duration.ofDays(60);

    @TempDir(factory = FastFolder.class)
    Path folder;

    private int flips;
    private int early;

    /** Stages that come and go with each day or year, none of which was asked for. */
    private int unsettled;

    private int asked;
    private final Map<Truth, Integer> truths = new EnumMap<>(Truth.class);

    @Test
    void answersAreTheNaiveOnesAndStandUntilExactlyWhenTheySay() throws Exception {
        for (int seed = 1; seed <= STORES; seed++) {
            store(seed);
        }
        assertThat(truths.values()).hasSize(3).allMatch(number -> number > asked / 10);
        assertThat(asked).isGreaterThanOrEqualTo(STORES * CUSTOMERS * CONDITIONS);
        assertThat(flips).isGreaterThan(early);
        assertThat(unsettled).isLessThan(asked / 500);
    }

    private void store(int seed) throws Exception {
        RandomGenerator random = Property.random(seed);
        RandomHistory history = new RandomHistory(random);
        List<List<Fact>> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(history.facts(new UUID(random.nextLong(), i), random.nextInt(16)));
        }
        Path directory = Files.createDirectory(folder.resolve("store" + seed));
        TimelineStore store = ((Opening.Opened) TimelineStore.open(directory)).store();
        store.apply(customers.stream().flatMap(List::stream).toList(), 1);
        store.know(opened(store.snapshot()));
        ZoneId zone = RandomHistory.ZONES.get(random.nextInt(RandomHistory.ZONES.size()));
        for (List<Fact> facts : customers) {
            UUID id = facts.isEmpty() ? new UUID(7, 7) : facts.getFirst().profile();
            customer(
                    seed,
                    new Naive(id, facts, zone),
                    id,
                    facts,
                    zone,
                    store.snapshot(),
                    random,
                    history);
        }
    }

    private static SealedDates opened(Snapshot snapshot) {
        SealedDates dates = new SealedDates();
        snapshot.sealedValues(
                Set.of("birthday"),
                (_, _, sealed) ->
                        NaiveValues.date(Optional.of(new Value.Sealed(sealed)))
                                .ifPresent(date -> dates.put(sealed, date.toEpochDay())));
        return dates;
    }

    private void customer(
            int seed,
            Naive naive,
            UUID id,
            List<Fact> facts,
            ZoneId zone,
            Snapshot snapshot,
            RandomGenerator random,
            RandomHistory history) {
        List<Condition> conditions = new ArrayList<>();
        RandomConditions generator = new RandomConditions(random, history);
        for (int i = 0; i < CONDITIONS; i++) {
            conditions.add(generator.condition(2));
        }
        Evaluator evaluator = Evaluator.of(conditions, snapshot.dictionary(), zone);
        Instant now = history.instant();
        evaluator.decide(snapshot.timeline(id), Micros.of(now));
        List<Truth> decided = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            decided.add(evaluator.truth(i));
        }
        for (int i = 0; i < CONDITIONS; i++) {
            String about =
                    "seed %d, %s, %s as of %s: %s"
                            .formatted(seed, facts, zone, now, conditions.get(i));
            evaluator.measure(snapshot.timeline(id), Micros.of(now));
            Truth truth = naive.answer(conditions.get(i), now);
            assertThat(decided.get(i)).as(about).isEqualTo(truth);
            assertThat(evaluator.truth(i)).as(about).isEqualTo(truth);
            Explanation why = evaluator.explain(i);
            Verdict verdict = evaluator.verdict(i);
            assertThat(why.truth()).as(about).isEqualTo(truth);
            assertThat(why.until()).as(about).isLessThanOrEqualTo(verdict.until());
            Verdict exact = evaluator.settle(snapshot.timeline(id), Micros.of(now), i);
            asked++;
            truths.merge(truth, 1, Integer::sum);
            stands(about, naive, conditions.get(i), facts, zone, now, verdict, exact, random);
        }
    }

    private void stands(
            String about,
            Naive naive,
            Condition condition,
            List<Fact> facts,
            ZoneId zone,
            Instant now,
            Verdict verdict,
            Verdict exact,
            RandomGenerator random) {
        boolean holds = verdict.holds();
        assertThat(exact.holds()).as(about).isEqualTo(holds);
        assertThat(verdict.until())
                .as(about)
                .isGreaterThan(Micros.of(now))
                .isLessThanOrEqualTo(exact.until());
        for (Instant later : laterInstants(facts, zone, now, exact.until(), random)) {
            boolean then = naive.answer(condition, later) == Truth.TRUE;
            assertThat(then)
                    .as("at %s, until %s: %s", later, exact.until(), about)
                    .isEqualTo(holds);
        }
        if (exact.until() == Verdict.NEVER) {
            return;
        }
        Instant until = Micros.toInstant(exact.until());
        boolean then = naive.answer(condition, until) == Truth.TRUE;
        if (then == holds) {
            assertThat(Duration.between(now, until)).as(about).isGreaterThan(MANY_STEPS);
            unsettled++;
        } else if (verdict.until() == exact.until()) {
            flips++;
        } else {
            early++;
        }
    }

    /** Instants before {@code until} at which something might change, and the last of them. */
    private static TreeSet<Instant> laterInstants(
            List<Fact> facts, ZoneId zone, Instant now, long until, RandomGenerator random) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            instants.add(now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * (i < 6 ? 3 : 60)))));
        }
        for (int day = 1; day < 6; day++) {
            instants.add(
                    now.atZone(zone).toLocalDate().plusDays(day).atStartOfDay(zone).toInstant());
        }
        for (Fact fact : facts) {
            int days = random.nextInt(1, 25);
            instants.add(fact.occurredAt());
            instants.add(fact.occurredAt().plus(Duration.ofDays(days)));
            instants.add(
                    fact.occurredAt().atZone(zone).plusMonths(1 + random.nextInt(3)).toInstant());
        }
        if (until != Verdict.NEVER) {
            instants.add(Micros.toInstant(until - 1));
            instants.removeIf(instant -> Micros.of(instant) >= until);
        }
        instants.removeIf(instant -> !instant.isAfter(now));
        return instants;
    }
}
