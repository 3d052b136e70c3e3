package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.customers.Customers;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scheme that tells of changes of stage tells each of them once, at its instant. */
class StageFactsTest {
    private static final String SCHEME = "/stage-schemes/activity";
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir static Path folder;
    static Town town;

    @BeforeAll
    static void open() {
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @AfterEach
    void end() {
        tell(false);
        town.ask("DELETE", SCHEME, "");
    }

    private static void tell(boolean on) {
        Town.Answer answer = town.ask("PUT", SCHEME + "/facts", "{\"told\": %s}".formatted(on));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        await().until(() -> told().equals(on ? "on" : "off"));
        town.settle();
    }

    private static String told() {
        return town.get(SCHEME).path("told").asString();
    }

    private static ProfileId buyer(String number, Instant at) {
        ProfileId customer = town.customer(number);
        town.order(customer, at);
        town.settle();
        return customer;
    }

    private static void merge(ProfileId into, ProfileId member) {
        String body = "{\"member\": \"%s\", \"reason\": \"one person\"}".formatted(member);
        Town.Answer answer = town.ask("POST", "/customers/" + into + "/merge", body);
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
        town.settle();
    }

    private static Instant now() {
        return town.clock.instant();
    }

    /** What the timeline tells, the oldest first. */
    private static List<String> moves(ProfileId customer) {
        town.settle();
        List<String> moves = new ArrayList<>();
        town.get(Timelines.class)
                .facts(
                        town.get(Customers.class).members(customer),
                        new Timelines.FactFilter(Set.of(Kinds.STAGE_ENTERED), null, null, null),
                        null,
                        200)
                .items()
                .forEach(fact ->
                        moves.addFirst(
                                "%s > %s %s"
                                        .formatted(
                                                fact.attributes().get("from"),
                                                fact.attributes().get("stage"),
                                                fact.occurredAt())));
        return moves;
    }

    private static String move(String from, String to, Instant at) {
        return "Text[text=%s] > Text[text=%s] %s".formatted(from, to, at);
    }

    @Test
    void tellsWhatFactsAndTimeDoAndNothingOfBefore() {
        Instant ordered = now().minus(DAY.multipliedBy(89));
        ProfileId customer = buyer("asleep soon", ordered);
        tell(true);
        assertThat(moves(customer)).isEmpty();

        town.clock.pass(DAY.multipliedBy(3));
        town.settle();
        Instant back = now().minus(Duration.ofHours(1));
        town.order(customer, back);
        Instant seen = now();

        List<String> told = moves(customer);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst())
                .isEqualTo(move("active", "dormant", ordered.plus(DAY.multipliedBy(91))));
        assertThat(told.getLast()).startsWith("Text[text=dormant] > Text[text=active]");
        assertThat(Instant.parse(told.getLast().replaceAll(".* ", "")))
                .isBetween(seen, seen.plus(DAY));
        assertThat(moves(customer)).isEqualTo(told);
    }

    @Test
    void tellsWhatFellDueWhileTheProductWasDown() {
        Instant ordered = now().minus(DAY.multipliedBy(80));
        ProfileId customer = buyer("down", ordered);
        tell(true);

        town.downFor(DAY.multipliedBy(150));

        List<String> both =
                List.of(
                        move("active", "dormant", ordered.plus(DAY.multipliedBy(91))),
                        move("dormant", "lost", ordered.plus(DAY.multipliedBy(181))));
        assertThat(moves(customer)).isEqualTo(both);
        town.downFor(Duration.ofHours(1));
        assertThat(moves(customer)).isEqualTo(both);
    }

    @Test
    void tellsOfTheFirstStageWithoutAnotherBefore() {
        tell(true);
        ProfileId customer = buyer("fresh", now().minus(DAY));

        List<String> told = moves(customer);
        assertThat(told.getFirst()).startsWith("null > ");
        assertThat(told.getLast()).contains("> Text[text=new]");
    }

    @Test
    void aChangeOfTheRulesMovesNobodyAndTheNewRulesAreFollowed() {
        Instant ordered = now().minus(DAY.multipliedBy(40));
        ProfileId customer = buyer("under new rules", ordered);
        tell(true);
        JsonNode rules =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"stages": [
                                  {"key": "awake", "label": {"en": "Awake", "zh": "清醒"},
                                   "rule": {"type": "daysSinceLast", "kind": "order.completed",
                                            "comparison": "at-most", "days": 50}},
                                  {"key": "asleep", "label": {"en": "Asleep", "zh": "沉睡"},
                                   "rule": {"type": "all", "of": []}}]}
                                """);
        assertThat(town.ask("PUT", SCHEME, rules.toString()).status()).isEqualTo(200);
        await().until(() -> told().equals("on"));
        assertThat(moves(customer)).isEmpty();

        town.clock.pass(DAY.multipliedBy(20));

        assertThat(moves(customer))
                .containsExactly(move("awake", "asleep", ordered.plus(DAY.multipliedBy(51))));
    }

    @Test
    void aMergeTellsOnlyWhatItChanged() {
        ProfileId kept = buyer("kept", now().minus(DAY.multipliedBy(100)));
        ProfileId same = buyer("in the same stage", now().minus(DAY.multipliedBy(101)));
        ProfileId awake = buyer("awake", now().minus(DAY.multipliedBy(60)));
        tell(true);

        merge(kept, same);
        assertThat(moves(kept)).isEmpty();
        merge(kept, awake);

        assertThat(moves(kept))
                .singleElement()
                .asString()
                .startsWith("Text[text=dormant] > Text[text=active]");
    }

    @Test
    void tellsNoMoreOnceItHasEnded() {
        ProfileId customer = buyer("untold", now().minus(DAY.multipliedBy(89)));
        tell(true);
        tell(false);

        town.clock.pass(DAY.multipliedBy(10));

        assertThat(moves(customer)).isEmpty();
        assertThat(
                        town.jdbc()
                                .sql("select count(*) from audiences.members")
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
