package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.intake.Intake.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TakesEventsTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takesEachEventOnceHoweverOftenItIsSent() {
        String event = World.track("m-1", "ann", "Product Viewed", "{\"sku\":\"T1\"}");

        var first = world.batch(event, event);
        var resent = world.batch(event);

        assertThat(first).isEqualTo(new Intake.Receipt(1, 1, 0, java.util.List.of()));
        assertThat(resent.duplicates()).isEqualTo(1);
        assertThat(world.facts.count()).isEqualTo(1);
    }

    @Test
    void takesCallsThatLeaveNoFactOnceToo() {
        String identify =
                """
                {"type":"identify","messageId":"i-1","userId":"ann","traits":{"city":"Bath"}}\
                """;

        assertThat(world.batch(identify, identify).duplicates()).isEqualTo(1);
        assertThat(world.batch(identify).duplicates()).isEqualTo(1);
        assertThat(world.people.descriptions).hasSize(1);
    }

    @Test
    void keepsTypedPropertiesAndFlattensNestedOnes() {
        world.send(
                "track",
                """
                {"userId":"ann","event":"Cup Chosen","properties":
                  {"size":2,"price":3.5,"hot":true,"tea":{"leaf":"green"},"with":["milk",1],"no":null}}
                """);

        assertThat(world.facts.only("kind")).isEqualTo("event.Cup Chosen");
        assertThat(world.facts.only("attributes"))
                .isEqualTo(
                        """
                        {"hot": true, "size": 2, "with": "[\\"milk\\",1]", "price": 3.5, "tea.leaf": "green"}\
                        """);
    }

    @Test
    void sealsPropertiesThatTellWhoSomebodyIs() {
        world.send(
                "track",
                """
                {"userId":"ann","event":"Form Sent","properties":
                  {"email":"ann@example.org","name":"Ann","Shipping_Address":{"line":"1 Mill Lane"}}}
                """);

        assertThat(world.facts.only("attributes")).doesNotContain("ann@", "\"Ann\"", "Mill Lane");
        assertThat(world.facts.only("attributes->'name'->>'sealed'")).isEqualTo("QW5u");
    }

    @Test
    void leavesAProductsNameInClear() {
        world.send(
                "track",
                """
                {"userId":"ann","event":"Product Viewed","properties":{"sku":"T1","name":"Green tea"}}
                """);

        assertThat(world.facts.only("attributes->>'name'")).isEqualTo("Green tea");
    }

    @Test
    void namesThePersonByAllThatIdentifySays() {
        world.send(
                "identify",
                """
                {"userId":"ann","anonymousId":"a-1","traits":
                  {"email":"ann@example.org","member_card":"C7","age":40}}
                """);

        assertThat(world.people.claims.getFirst().identities())
                .containsExactlyInAnyOrder(
                        new Identity(IdentityType.EXTERNAL, "ann"),
                        new Identity(IdentityType.ANONYMOUS, "a-1"),
                        new Identity(IdentityType.EMAIL, "ann@example.org"),
                        new Identity(IdentityType.MEMBER_CARD, "C7"));
        assertThat(world.people.descriptions.getFirst().values())
                .containsEntry("age", "40")
                .containsEntry("email", "ann@example.org");
    }

    @Test
    void takesAwayATraitThatIsNull() {
        world.send("identify", "{\"userId\":\"ann\",\"traits\":{\"city\":null}}");

        assertThat(world.people.descriptions.getFirst().values()).containsEntry("city", null);
    }

    @Test
    void keepsACallWhosePhoneIsNone() {
        var receipt =
                world.send(
                        "identify", "{\"userId\":\"ann\",\"traits\":{\"phone\":\"1.38001E+10\"}}");

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(world.people.known).containsOnlyKeys(new Identity(IdentityType.EXTERNAL, "ann"));
    }

    @Test
    void dropsOnlyTheTraitThatIsWrong() {
        var receipt =
                world.send(
                        "identify",
                        """
                        {"userId":"ann","anonymousId":"a-1","traits":
                          {"phone":"1.38001E+10","email":"ann@example.org","member_card":"C7"}}
                        """);

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(world.people.known)
                .containsOnlyKeys(
                        new Identity(IdentityType.EXTERNAL, "ann"),
                        new Identity(IdentityType.ANONYMOUS, "a-1"),
                        new Identity(IdentityType.EMAIL, "ann@example.org"),
                        new Identity(IdentityType.MEMBER_CARD, "C7"));
    }

    @Test
    void dropsEachWrongTraitOfMany() {
        var receipt =
                world.send(
                        "identify",
                        """
                        {"userId":"ann","traits":{"phone":"1.38001E+10","email":"ann@example.org"},
                         "context":{"externalIds":[{"type":"phone","id":"1.5E+10","collection":"users",
                           "encoding":"none"}]}}
                        """);

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(world.people.known)
                .containsOnlyKeys(
                        new Identity(IdentityType.EXTERNAL, "ann"),
                        new Identity(IdentityType.EMAIL, "ann@example.org"));
    }

    @Test
    void tellsWhenAPersonWasFirstSeenAndWhenLast() {
        world.batch(
                at("1", "2026-03-31T10:00:00Z"),
                at("2", "2026-03-31T08:00:00Z"),
                at("3", "2026-03-31T11:00:00Z"),
                at("4", "2026-03-31T09:00:00Z"));

        assertThat(world.people.claims.stream().map(Claim::observedAt))
                .containsExactly(
                        Instant.parse("2026-03-31T08:00:00Z"),
                        Instant.parse("2026-03-31T11:00:00Z"));
    }

    private static String at(String messageId, String time) {
        return """
        {"type":"track","messageId":"%s","userId":"ann","event":"E","timestamp":"%s"}\
        """
                .formatted(messageId, time);
    }

    @Test
    void handsTheBatchesContextToItsCalls() {
        var receipt =
                World.receipt(
                        world.intake.accept(
                                World.request(
                                        null,
                                        null,
                                        """
                                        {"batch":[{"type":"track","userId":"ann","event":"E",
                                           "timestamp":"2019-01-01T00:00:00Z"}],
                                         "context":{"historical":true,"locale":"en-GB"},
                                         "sentAt":"2026-03-31T11:00:00Z","writeKey":"wk_shop"}
                                        """)));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(world.facts.only("historical")).isEqualTo("true");
        assertThat(world.facts.only("attributes->>'context.locale'")).isEqualTo("en-GB");
        assertThat(world.facts.only("occurred_at at time zone 'UTC'"))
                .isEqualTo("2019-01-01 00:00:00");
    }

    @Test
    void putsAWrongClockRight() {
        world.send(
                "track",
                """
                {"userId":"ann","event":"E","timestamp":"2026-03-31T08:59:50Z",
                 "sentAt":"2026-03-31T09:00:00Z"}
                """);

        assertThat(world.facts.only("occurred_at at time zone 'UTC'"))
                .isEqualTo("2026-03-31 11:59:50");
    }

    @Test
    void linksWhatAliasNames() {
        world.send("alias", "{\"userId\":\"ann\",\"previousId\":\"a-1\"}");

        assertThat(world.people.known)
                .containsKeys(
                        new Identity(IdentityType.EXTERNAL, "ann"),
                        new Identity(IdentityType.ANONYMOUS, "a-1"));
    }

    @Test
    void knowsTheNamesThatMeanTheSameEverywhere() {
        var receipt =
                world.batch(
                        World.track(
                                "1",
                                "ann",
                                "Service Contacted",
                                "{\"type\":\"complaint\",\"satisfaction\":2}"),
                        World.track("2", "ann", "Campaign Clicked", "{\"campaign\":\"spring\"}"),
                        World.track(
                                "3", "ann", "Survey Answered", "{\"survey\":\"nps\",\"answer\":9}"),
                        World.track("4", "ann", "Referral Made", "{\"referred\":\"bob\"}"));

        assertThat(receipt.accepted()).isEqualTo(4);
        assertThat(world.facts.kinds())
                .containsExactlyInAnyOrder(
                        "service.contact",
                        "campaign.responded",
                        "survey.answered",
                        "referral.made");
    }

    @Test
    void takesNothingFromAnUnknownKey() {
        String event = World.track("m-1", "ann", "E", "{}");

        assertThat(world.intake.accept(World.request("wk_other", "track", event)))
                .isEqualTo(new Answer.UnknownKey());
        assertThat(world.intake.accept(World.request(null, "track", event)))
                .isEqualTo(new Answer.UnknownKey());
        assertThat(world.facts.count()).isZero();
    }

    @Test
    void keepsNothingOfAnErasedPerson() {
        world.people.erased.add(new Identity(IdentityType.EXTERNAL, "ann"));

        var receipt = world.batch(World.track("1", "ann", "E", "{}"));

        assertThat(receipt.errors().getFirst().code()).isEqualTo("intake.erased");
        assertThat(world.waiting()).isZero();
        assertThat(world.facts.count()).isZero();
    }

    @Test
    void showsWhatPassedBy() {
        world.batch(World.track("m-9", "ann", "Cup Chosen", "{\"size\":2}"));

        var event = world.intake.live(10).getFirst();
        assertThat(event.event()).isEqualTo("Cup Chosen");
        assertThat(event.outcome()).isEqualTo("accepted");
        assertThat(event.attributes()).containsExactly("size");
    }
}
