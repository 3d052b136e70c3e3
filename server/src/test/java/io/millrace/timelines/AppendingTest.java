package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.ConcurrencyFailureException;

class AppendingTest {
    @TempDir static Path folder;
    static World world;

    @BeforeAll
    static void start() {
        world = new World(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void givesBackEveryFieldExactly() {
        ProfileId profile = world.profile();
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("text", new Value.Text("茶 \"quoted\" \\ \n\t\u0001 😀 é"));
        attributes.put("whole", new Value.Whole(Long.MIN_VALUE));
        attributes.put("large", new Value.Whole(Long.MAX_VALUE));
        attributes.put("flag", new Value.Flag(true));
        attributes.put("sealed", new Value.Sealed("AQ=="));
        attributes.put("空", new Value.Text(""));
        for (double number :
                new double[] {
                    0,
                    1,
                    -1.5,
                    0.1,
                    1e10,
                    1e-7,
                    1e22,
                    123456789012345680000.0,
                    Double.MAX_VALUE,
                    Double.MIN_VALUE,
                    1.0 / 3
                }) {
            attributes.put("real " + number, new Value.Real(number));
        }
        Fact fact =
                new Fact(
                        world.id(),
                        profile.value(),
                        "event.Something 新",
                        Instant.parse("1969-07-20T20:17:40.123456Z"),
                        Instant.parse("2026-02-28T23:59:59.999999Z"),
                        "Nº 1 茶",
                        -12345678901234L,
                        "JPY",
                        attributes,
                        "a source 源",
                        true);
        world.append(List.of(NewFact.of(fact, null)));
        assertThat(world.timelines().fact(fact.id())).isEqualTo(fact);
    }

    @Test
    void leavesOutWhatIsNotThere() {
        Fact fact =
                new Fact(
                        world.id(),
                        world.profile().value(),
                        Kinds.PAGE_VIEWED,
                        World.START,
                        World.START,
                        null,
                        0,
                        null,
                        Map.of(),
                        "test",
                        false);
        world.append(List.of(NewFact.of(fact, null)));
        assertThat(world.timelines().fact(fact.id())).isEqualTo(fact);
    }

    @Test
    void writesEncodedFactsLikeWholeOnes() {
        Fact fact = world.fact(world.profile(), Kinds.ORDER_COMPLETED, 7);
        NewFact.Encoded encoded =
                new NewFact.Encoded(
                        fact.id(),
                        fact.profile(),
                        fact.kind(),
                        fact.occurredAt(),
                        fact.recordedAt(),
                        fact.subject(),
                        fact.amount(),
                        fact.currency(),
                        Attributes.writer().text("channel", "web").done(),
                        fact.source(),
                        fact.historical(),
                        null);
        world.append(List.of(encoded));
        assertThat(world.timelines().fact(fact.id())).isEqualTo(fact);
    }

    @Test
    void appendsAKeyOnceWithinAList() {
        ProfileId profile = world.profile();
        UUID key = UUID.randomUUID();
        Set<UUID> known =
                world.append(
                        List.of(
                                NewFact.of(world.fact(profile, "event.a", 0), key),
                                NewFact.of(world.fact(profile, "event.a", 0), key),
                                NewFact.of(world.fact(profile, "event.a", 0), null)));
        assertThat(known).isEmpty();
        assertThat(count(profile)).isEqualTo(2);
    }

    @Test
    void asksForTheWholeStepAgainAndThenKeepsKnownKeysOut() {
        UUID old = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        world.append(List.of(NewFact.of(world.fact(world.profile(), "event.a", 0), old)));
        List<NewFact> both =
                List.of(
                        NewFact.of(world.fact(world.profile(), "event.b", 0), fresh),
                        NewFact.of(world.fact(world.profile(), "event.c", 0), old));

        // Other tests' duplicates make the log careful for a while: then it asks first.
        for (int i = 0; i < 32; i++) {
            world.append(
                    List.of(
                            NewFact.of(
                                    world.fact(world.profile(), "event.d", 0), UUID.randomUUID())));
        }

        assertThatThrownBy(() -> world.appendOrRepeat(both))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(world.appendOrRepeat(both)).containsExactly(old);

        assertThat(world.append(both)).containsExactlyInAnyOrder(old, fresh);
    }

    @Test
    void keepsOutKnownKeysAndAppendsTheRest() {
        ProfileId profile = world.profile();
        UUID old = UUID.randomUUID();
        world.append(List.of(NewFact.of(world.fact(profile, "event.a", 0), old)));
        for (int repetition = 0; repetition < 3; repetition++) {
            Set<UUID> known =
                    world.append(
                            List.of(
                                    NewFact.of(world.fact(profile, "event.a", 0), old),
                                    NewFact.of(
                                            world.fact(profile, "event.a", 0), UUID.randomUUID()),
                                    NewFact.of(world.fact(profile, "event.a", 0), null)));
            assertThat(known).containsExactly(old);
        }
        assertThat(count(profile)).isEqualTo(7);
    }

    @Test
    void leavesTheRestOfTheTransactionAliveAfterADuplicate() {
        ProfileId profile = world.profile();
        UUID key = UUID.randomUUID();
        world.append(List.of(NewFact.of(world.fact(profile, "event.a", 0), key)));
        world.transactions.executeWithoutResult(status -> {
            world.timelines().append(world.orders(profile, 2));
            world.timelines().append(List.of(NewFact.of(world.fact(profile, "event.a", 0), key)));
            world.timelines().append(world.orders(profile, 3));
        });
        assertThat(count(profile)).isEqualTo(6);
    }

    @Test
    void appendsEachKeyOnceWhenManyAppendAtOnce() throws Exception {
        ProfileId profile = world.profile();
        List<UUID> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            keys.add(new UUID(77, i));
        }
        List<Callable<Integer>> appenders = new ArrayList<>();
        for (int appender = 0; appender < 4; appender++) {
            int from = appender * 20;
            appenders.add(() -> appendInBatches(profile, keys.subList(from, from + 200)));
        }
        int appended = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(appenders)) {
                appended += result.get();
            }
        }
        assertThat(appended).isEqualTo(260);
        assertThat(count(profile)).isEqualTo(260);
    }

    private static int appendInBatches(ProfileId profile, List<UUID> keys) {
        int appended = 0;
        for (int at = 0; at < keys.size(); at += 25) {
            List<NewFact> batch = new ArrayList<>();
            for (UUID key : keys.subList(at, at + 25)) {
                batch.add(NewFact.of(world.fact(profile, "event.race", 0), key));
            }
            appended += batch.size() - world.append(batch).size();
        }
        return appended;
    }

    @Test
    void appendsNothingWithoutATransaction() {
        List<NewFact> orders = world.orders(world.profile(), 1);
        assertThatThrownBy(() -> world.timelines().append(orders))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsWordsOfATransactionThatWasRolledBack() {
        ProfileId profile = world.profile();
        Fact fact = world.fact(profile, "event.Only here", 0, Map.of(), "only here");
        world.transactions.executeWithoutResult(status -> {
            world.timelines().append(List.of(NewFact.of(fact, null)));
            status.setRollbackOnly();
        });
        assertThat(world.timelines().fact(fact.id())).isNull();
        world.append(List.of(NewFact.of(fact, null)));
        assertThat(world.timelines().fact(fact.id())).isEqualTo(fact);
    }

    @Test
    void refusesTextThatNoDatabaseKeeps() {
        assertThatThrownBy(() -> Attributes.writer().text("a", "\u0000"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Attributes.writer().text("a", "x\uD800"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int count(ProfileId profile) {
        return world.timelines()
                .facts(Set.of(profile), Timelines.FactFilter.ALL, null, 1000)
                .items()
                .size();
    }
}
