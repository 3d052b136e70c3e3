package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.evaluate.Effect;
import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Led;
import io.millrace.kernel.condition.evaluate.Routes;
import io.millrace.kernel.condition.evaluate.Truth;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts are led to every condition that they matter to, and do there only what was said. */
class RoutesTest {
    private static final int STORES = Integer.getInteger("condition.stores", 150);
    private static final int CONDITIONS = 30;
    private static final List<Truth> ORDER = List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE);

    @TempDir(factory = FastFolder.class)
    Path folder;

    private int passedBy;
    private int changes;
    private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);

    @Test
    void noFactChangesWhatItIsNotLedToNorOtherwiseThanSaid() throws Exception {
        for (int seed = 1; seed <= STORES; seed++) {
            store(seed);
        }
        assertThat(passedBy).isGreaterThan(STORES * CONDITIONS / 4);
        assertThat(changes).isGreaterThan(STORES);
        assertThat(effects.values()).hasSize(3).allMatch(number -> number > STORES / 2);
    }

    private void store(int seed) throws Exception {
        RandomGenerator random = Property.random(seed);
        RandomHistory history = new RandomHistory(random);
        UUID customer = new UUID(random.nextLong(), seed);
        List<Fact> facts = new ArrayList<>(history.facts(customer, 3 + random.nextInt(12)));
        Fact last = facts.remove(random.nextInt(facts.size()));
        Path directory = Files.createDirectory(folder.resolve("store" + seed));
        TimelineStore store = ((Opening.Opened) TimelineStore.open(directory)).store();
        store.apply(facts, 1);
        Snapshot before = store.snapshot();
        store.apply(List.of(last), 2);
        Snapshot after = store.snapshot();
        RandomConditions generator = new RandomConditions(random, history);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            conditions.add(generator.condition(2));
        }
        ZoneId zone = RandomHistory.ZONES.get(random.nextInt(RandomHistory.ZONES.size()));
        Routes routes = Routes.of(conditions);
        Led led = routes.led();
        routes.lead(
                last, customer.getMostSignificantBits(), customer.getLeastSignificantBits(), led);
        boolean first =
                facts.stream().noneMatch(fact -> fact.occurredAt().isBefore(last.occurredAt()));
        Evaluator evaluator = Evaluator.of(conditions, after.dictionary(), zone);
        for (Instant at : instants(facts, last, random)) {
            List<Truth> then = truths(evaluator, before, customer, at);
            List<Truth> now = truths(evaluator, after, customer, at);
            String about = "seed %d, %s and then %s, at %s: ".formatted(seed, facts, last, at);
            if (!first && !last.kind().equals(Kinds.CUSTOMER_KNOWN)) {
                compare(about, conditions, led, then, now);
            }
            alone(about, evaluator, led, after, customer, at);
        }
    }

    private static List<Instant> instants(List<Fact> facts, Fact last, RandomGenerator random) {
        List<Instant> instants = new ArrayList<>(List.of(last.occurredAt()));
        for (Fact fact : facts) {
            instants.add(fact.occurredAt());
            instants.add(fact.occurredAt().plus(Duration.ofDays(random.nextInt(60))));
        }
        return instants;
    }

    private static List<Truth> truths(
            Evaluator evaluator, Snapshot snapshot, UUID customer, Instant at) {
        evaluator.decide(snapshot.timeline(customer), Micros.of(at));
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            truths.add(evaluator.truth(i));
        }
        return truths;
    }

    private void compare(
            String about, List<Condition> conditions, Led led, List<Truth> then, List<Truth> now) {
        Map<Integer, Effect> reached = new HashMap<>();
        for (int i = 0; i < led.size(); i++) {
            reached.put(led.condition(i), led.effect(i));
        }
        for (int i = 0; i < CONDITIONS; i++) {
            int rise = ORDER.indexOf(now.get(i)) - ORDER.indexOf(then.get(i));
            changes += rise == 0 ? 0 : 1;
            Effect effect = reached.get(i);
            if (effect == null) {
                passedBy++;
                assertThat(rise).as(about + conditions.get(i)).isZero();
                continue;
            }
            effects.merge(effect, 1, Integer::sum);
            switch (effect) {
                case HELPS -> assertThat(rise).as(about + conditions.get(i)).isNotNegative();
                case HURTS -> assertThat(rise).as(about + conditions.get(i)).isNotPositive();
                case EITHER -> {}
            }
        }
    }

    /** Some conditions measured alone say what they say among all. */
    private static void alone(
            String about,
            Evaluator evaluator,
            Led led,
            Snapshot snapshot,
            UUID customer,
            Instant at) {
        evaluator.measure(snapshot.timeline(customer), Micros.of(at));
        List<Verdict> all = new ArrayList<>();
        for (int i = 0; i < CONDITIONS; i++) {
            all.add(evaluator.verdict(i));
        }
        evaluator.measure(snapshot.timeline(customer), Micros.of(at), led.conditions(), led.size());
        for (int i = 0; i < led.size(); i++) {
            int condition = led.condition(i);
            assertThat(evaluator.verdict(condition)).as(about).isEqualTo(all.get(condition));
        }
    }
}
