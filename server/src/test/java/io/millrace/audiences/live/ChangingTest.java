package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.audiences.live.LiveAudiences.Applied;
import io.millrace.audiences.live.LiveAudiences.Change;
import io.millrace.audiences.live.LiveAudiences.Deleted;
import io.millrace.audiences.live.LiveAudiences.Tried;
import io.millrace.customers.Customers;
import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Edits, merges, and what forbids to delete. */
class ChangingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    private static String orders(int number) {
        return """
        {"type": "count", "kind": "order.completed", "comparison": "at-least",
         "number": %d, "lastDays": 30}
        """
                .formatted(number);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static ProfileId buyer(String number, int orders) {
        ProfileId customer = town.customer(number);
        for (int i = 0; i < orders; i++) {
            town.order(customer, town.clock.instant().minus(Duration.ofDays(i + 1)));
        }
        return customer;
    }

    private static Change tried(UUID audience, String condition) {
        Tried tried =
                town.get(LiveAudiences.class)
                        .change(audience, json(condition), "stricter", "tester");
        UUID change = ((Tried.Queued) tried).change();
        await().until(() -> change(audience, change).state().equals("ready"));
        return change(audience, change);
    }

    private static Change change(UUID audience, UUID change) {
        return town.get(LiveAudiences.class).change(audience, change).orElseThrow();
    }

    private static SortedSet<ProfileId> opened(String name, UUID value) {
        return selections(name).select(value.toString(), null).orElseThrow();
    }

    private static Selections selections(String name) {
        Roster roster = town.get(Roster.class);
        AudienceSelections all = town.get(AudienceSelections.class);
        return name.endsWith("entering") ? all.entering(roster) : all.leaving(roster);
    }

    @Test
    void appliesExactlyTheDifferenceThatItShowed() {
        ProfileId one = buyer("one", 1);
        ProfileId two = buyer("two", 2);
        ProfileId three = buyer("three", 3);
        UUID audience = town.audience("edited", orders(2));
        UUID outer =
                town.audience(
                        "speaks of the edited",
                        "{\"type\": \"audience\", \"audience\": \"%s\"}".formatted(audience));
        assertThat(town.members(audience)).contains(two, three).doesNotContain(one);

        Change change = tried(audience, orders(3));
        ProfileId late = buyer("late", 3);
        town.settle();
        Change shown = change(audience, change.id());
        Set<ProfileId> leaving = opened("leaving", change.id());
        Set<ProfileId> before = town.members(audience);
        Applied applied = town.get(LiveAudiences.class).apply(audience, change.id(), "tester");

        assertThat(applied)
                .isInstanceOfSatisfying(
                        Applied.Done.class,
                        done -> {
                            assertThat(shown.entering()).isEqualTo(done.entered());
                            assertThat(shown.leaving()).isEqualTo(done.left());
                        });
        Set<ProfileId> after = town.members(audience);
        before.removeAll(after);
        assertThat(before).isEqualTo(leaving).contains(two);
        assertThat(after).contains(three, late);
        assertThat(town.told(audience, two)).hasSize(2);
        town.live(outer);
        assertThat(town.members(outer)).isEqualTo(after);
        assertThat(town.get(LiveAudiences.class).find(audience).orElseThrow().versions())
                .extracting(LiveAudiences.Version::version)
                .containsExactly(2, 1);
    }

    @Test
    void refusesToDeleteWhatAnotherSpeaksOfAndNamesIt() {
        UUID inner = town.audience("inner", orders(1));
        UUID outer =
                town.audience(
                        "outer", "{\"type\": \"audience\", \"audience\": \"%s\"}".formatted(inner));
        LiveAudiences audiences = town.get(LiveAudiences.class);

        assertThat(audiences.delete(inner))
                .isInstanceOfSatisfying(
                        Deleted.InUse.class,
                        inUse ->
                                assertThat(inUse.by())
                                        .extracting(LiveAudiences.Use::name)
                                        .containsExactly("outer"));
        assertThat(audiences.delete(outer)).isInstanceOf(Deleted.Done.class);
        assertThat(audiences.delete(inner)).isInstanceOf(Deleted.Done.class);
    }

    @Test
    void refusesConditionsThatLeadBackToThemselves() {
        UUID inner = town.audience("circle inner", orders(1));
        UUID outer =
                town.audience(
                        "circle outer",
                        "{\"type\": \"audience\", \"audience\": \"%s\"}".formatted(inner));

        Tried tried =
                town.get(LiveAudiences.class)
                        .change(
                                inner,
                                json(
                                        "{\"type\": \"any\", \"of\": [{\"type\": \"audience\","
                                                + " \"audience\": \"%s\"}]}".formatted(outer)),
                                null,
                                "tester");

        assertThat(tried)
                .isInstanceOfSatisfying(
                        Tried.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst())
                                        .extracting("pointer", "code")
                                        .containsExactly(
                                                "/condition/of/0/audience", "audiences.circular"));
    }

    @Test
    void followsMergesAndTheirUndoing() {
        ProfileId left = buyer("merged left", 1);
        ProfileId right = buyer("merged right", 1);
        UUID pair = town.audience("two orders together", orders(2));
        UUID single =
                town.audience(
                        "exactly one order",
                        """
                        {"type": "count", "kind": "order.completed", "comparison": "exactly",
                         "number": 1, "lastDays": 30}
                        """);
        assertThat(town.members(pair)).doesNotContain(left, right);
        assertThat(town.members(single)).contains(left, right);

        town.merge(right, left);
        assertThat(town.members(pair)).contains(left).doesNotContain(right);
        assertThat(town.members(single)).doesNotContain(left, right);

        town.separate(right);
        assertThat(town.members(pair)).doesNotContain(left, right);
        assertThat(town.members(single)).contains(left, right);
        assertThat(town.get(Customers.class).rootOf(right)).isEqualTo(right);
        assertThat(told(single, left)).isEqualTo("audience.entered");
        assertThat(told(single, right)).isEqualTo("audience.entered");
    }

    /** The last word of a customer's facts. */
    private static String told(UUID audience, ProfileId customer) {
        return town.told(audience, customer).getLast().split(" ", 2)[0];
    }

    @Test
    void refusesNothingToWhoIsThereOnlyFromTheFuture() {
        ProfileId customer = town.customer("future");
        UUID audience = town.audience("from the future", orders(1));
        Instant tomorrow = town.clock.instant().plus(Duration.ofDays(1));
        town.order(customer, tomorrow);
        assertThat(town.members(audience)).doesNotContain(customer);

        town.clock.pass(Duration.ofDays(2));

        assertThat(town.members(audience)).contains(customer);
        assertThat(town.told(audience, customer)).containsExactly("audience.entered " + tomorrow);
    }
}
