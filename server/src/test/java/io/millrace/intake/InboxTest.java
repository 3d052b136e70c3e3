package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private UUID rejected(String messageId, String userId) {
        world.batch(World.track(messageId, userId, "Campaign Sent", "{\"mail\":\"x@y.org\"}"));
        return world.onlyEntry().id();
    }

    @Test
    void takesAnEntryOnceItIsFixed() {
        UUID id = rejected("1", "ann");

        assertThat(world.inbox.replay(id, "li")).isInstanceOf(Inbox.Change.Rejected.class);
        String mended = world.onlyPayload().replace("\"mail\"", "\"campaign\":\"spring\",\"mail\"");
        assertThat(world.inbox.fix(id, mended, "li")).isInstanceOf(Inbox.Change.Done.class);
        assertThat(world.inbox.replay(id, "li")).isInstanceOf(Inbox.Change.Done.class);

        assertThat(world.facts.only("subject")).isEqualTo("spring");
        assertThat(world.inbox.find(id, Locale.ENGLISH).orElseThrow().state())
                .isEqualTo("replayed");
        assertThat(world.inbox.replay(id, "li")).isEqualTo(new Inbox.Change.Closed("replayed"));
    }

    @Test
    void replaysAtTheTimeWhenItWasSent() {
        world.send(
                "track",
                """
                {"userId":"ann","event":"Campaign Sent","timestamp":"2026-03-31T08:59:50Z",
                 "sentAt":"2026-03-31T09:00:00Z"}
                """);
        UUID id = world.onlyEntry().id();
        world.inbox.fix(
                id,
                world.onlyPayload().replaceFirst("\\{", "{\"properties\":{\"campaign\":\"c\"},"),
                "li");

        assertThat(world.inbox.replay(id, "li")).isInstanceOf(Inbox.Change.Done.class);
        assertThat(world.facts.only("occurred_at at time zone 'UTC'"))
                .isEqualTo("2026-03-31 11:59:50");
    }

    @Test
    void keepsWhatACallInheritedFromItsBatch() {
        world.intake.accept(
                World.request(
                        World.KEY,
                        null,
                        """
                        {"batch":[{"type":"track","userId":"u"}],
                         "context":{"historical":true},"sentAt":"2026-03-31T09:00:00Z"}
                        """));

        assertThat(world.onlyEntry().payload())
                .contains("\"historical\":true", "\"sentAt\":\"2026-03-31T09:00:00Z\"");
    }

    @Test
    void replaysEverythingOfOneCode() {
        world.batch(
                World.track("1", "ann", "Order Refunded", "{\"order_id\":\"Z\"}"),
                World.track("2", "ann", "Campaign Sent", "{}"));

        assertThat(world.inbox.replay(List.of(), "intake.no-campaign", "li"))
                .isEqualTo(new Inbox.Replayed(0, 1));
    }

    @Test
    void hidesPayloadsInTheDatabaseAndInLists() {
        rejected("1", "ann");

        String stored =
                world.database
                        .jdbc()
                        .sql("select inbox::text from intake.inbox")
                        .query((row, number) -> row.getString(1))
                        .single();
        assertThat(stored).doesNotContain("x@y.org");
        assertThat(
                        world.inbox
                                .list(
                                        new Inbox.Filter(null, null, null),
                                        null,
                                        10,
                                        false,
                                        Locale.ENGLISH)
                                .items()
                                .getFirst()
                                .payload())
                .isNull();
    }

    @Test
    void forgetsWhoeverIsErased() {
        rejected("1", "ann");
        world.batch(World.track("2", "ann", "E", "{}"));
        var ann = world.people.known.get(new Identity(IdentityType.EXTERNAL, "ann"));
        var data = new InboxPersonalData(world.table, world.people);

        assertThat(data.export(Set.of(ann)).getFirst().rows()).hasSize(1);
        assertThat(data.erase(Set.of(ann))).isEqualTo(1);
        assertThat(world.waiting()).isZero();
        assertThat(data.erase(Set.of(ann))).isZero();
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 7; i++) {
            world.batch(World.track("m" + i, "ann", "Campaign Sent", "{}"));
        }
        var filter = new Inbox.Filter("open", "intake.no-campaign", World.SOURCE);
        var first = world.inbox.list(filter, null, 4, true, Locale.CHINESE);
        var second = world.inbox.list(filter, first.next(), 4, false, Locale.CHINESE);

        assertThat(first.total()).isEqualTo(7);
        assertThat(first.items().getFirst().message()).isEqualTo("缺少属性 campaign。");
        assertThat(second.items()).hasSize(3).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void dismissesWhatNobodyWants() {
        UUID id = rejected("1", "ann");

        assertThat(world.inbox.dismiss(id, "li")).isInstanceOf(Inbox.Change.Done.class);
        assertThat(world.waiting()).isZero();
        assertThat(world.inbox.dismiss(UUID.randomUUID(), "li"))
                .isInstanceOf(Inbox.Change.Unknown.class);
    }
}
