package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people and rules give, and how conditions see it. */
class TagsFollowTest {
    private static final String BOUGHT_TODAY =
            """
            {"type": "count", "kind": "order.completed", "comparison": "at-least", "number": 1,
             "lastDays": 1}
            """;

    @TempDir Path folder;
    private Town town;
    private ProfileId ann;

    @BeforeEach
    void open() {
        town = new Town(folder);
        ann = town.customer("ann");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whoEntersIsTaggedAndWhoLeavesKeepsTheTagForItsDays() {
        rule("\"category\": \"buyer\", \"value\": \"fresh\", \"keepDays\": 2", BOUGHT_TODAY);
        town.order(ann, town.clock.instant());
        awaitTags("buyer:fresh");
        town.clock.pass(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> leaving() == 1);
        assertThat(tags()).containsExactly("buyer:fresh");

        town.downFor(Duration.ofDays(3));

        awaitTags();
        List<String> told = told();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith(Kinds.TAG_ADDED);
        assertThat(Instant.parse(told.getLast().substring(Kinds.TAG_REMOVED.length() + 1)))
                .isBetween(
                        Town.START.plus(Duration.ofDays(3)),
                        Town.START.plus(Duration.ofDays(3)).plusSeconds(60));
    }

    @Test
    void aRuleTakesNothingThatPeopleGave() {
        rule("\"category\": \"buyer\", \"value\": \"fresh\"", BOUGHT_TODAY);
        tag("buyer", "fresh", "");
        town.order(ann, town.clock.instant());
        await().atMost(Duration.ofSeconds(20)).until(() -> givings() == 1);
        town.clock.pass(Duration.ofDays(2));
        await().atMost(Duration.ofSeconds(20)).until(() -> givings() == 0);

        assertThat(tags()).containsExactly("buyer:fresh");
        assertThat(told()).hasSize(1);
    }

    @Test
    void ofAOneOfCategoryTheOtherValueGoesAndPeopleComeFirst() {
        Town.Answer made =
                town.ask("POST", "/tag-categories", "{\"name\": \"size\", \"oneOf\": true}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        rule("\"category\": \"size\", \"value\": \"large\"", BOUGHT_TODAY);
        town.order(ann, town.clock.instant());
        awaitTags("size:large");

        tag("size", "small", "");
        assertThat(tags()).containsExactly("size:small");
        tag("size", "medium", "");
        assertThat(tags()).containsExactly("size:medium");
    }

    @Test
    void aFishingDayIsTheWeekdayOfTheTagInTheWorkspacesZone() {
        assertThat(zone("Pacific/Auckland")).isEqualTo(200);
        tag("hobby", "fishing", ", \"schedule\": {\"days\": [\"TUE\"]}");
        var fishing =
                town.audience(
                        "Fishing today",
                        """
                        {"type": "tag", "category": "hobby", "value": "fishing",
                         "scheduledToday": true}
                        """);
        // It is Tuesday, one o'clock in the night, in Auckland.
        assertThat(town.members(fishing)).containsExactly(ann);
        town.clock.pass(Duration.ofHours(22));
        assertThat(town.members(fishing)).containsExactly(ann);
        town.clock.pass(Duration.ofHours(1));
        assertThat(town.members(fishing)).isEmpty();
        town.clock.pass(Duration.ofDays(6));
        assertThat(town.members(fishing)).containsExactly(ann);

        assertThat(zone("America/Los_Angeles")).isEqualTo(200);
        assertThat(town.members(fishing)).isEmpty();
    }

    @Test
    void aConsentEndsOnItsDayUnlessItIsRenewed() {
        var reached =
                town.audience(
                        "Consented",
                        """
                        {"type": "consent", "purpose": "marketing", "channel": "email"}
                        """);
        ProfileId bob = town.customer("bob");
        Instant end = Town.START.plus(Duration.ofDays(3));
        consent(ann, true, ", \"expiresAt\": \"" + end + "\"");
        consent(bob, true, ", \"expiresAt\": \"" + end + "\"");
        assertThat(town.members(reached)).containsExactlyInAnyOrder(ann, bob);
        town.clock.pass(Duration.ofDays(1));
        JsonNode renewed = consent(bob, true, "");
        assertThat(renewed.path("items").get(0).path("expiresAt").isNull()).isTrue();

        town.downFor(Duration.ofDays(4));

        assertThat(town.members(reached)).containsExactly(bob);
        consent(bob, false, "");
        assertThat(town.members(reached)).isEmpty();
    }

    @Test
    void answersToSurveysDescribeThemThatWereGivenBeforeAndAfter() {
        assertThat(town.ask("PUT", "/variables/profession", "{\"on\": true}").status())
                .isEqualTo(204);
        answer("engineer");
        Town.Answer mapped =
                town.ask(
                        "POST",
                        "/survey-mappings",
                        """
                        {"survey": "welcome", "question": "job", "attribute": "profession",
                         "answers": {"engineer": "professional", "teacher": "public"}}
                        """);
        assertThat(mapped.status()).as(mapped.body().toString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> "professional".equals(profession()));
        assertThat(profession(Town.START.minusSeconds(5))).isEqualTo("none");
        assertThat(
                        town.ask(
                                        "PATCH",
                                        "/customers/" + ann + "/attributes",
                                        "{\"profession\": \"wizard\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aSelectionIsTaggedInOneGo() {
        ProfileId bob = town.customer("bob");
        town.order(ann, town.clock.instant());
        town.order(bob, town.clock.instant());
        var buyers = town.audience("Buyers", BOUGHT_TODAY);
        town.members(buyers);
        Town.Answer queued =
                town.ask(
                        "POST",
                        "/tags/bulk",
                        """
                        {"in": ["audience:%s"],
                         "tag": {"category": "seen", "value": "yes", "source": "orders"}}
                        """
                                .formatted(buyers));
        assertThat(queued.status()).as(queued.body().toString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> town.tags(bob).contains("seen:yes"));
        assertThat(tags()).containsExactly("seen:yes");
        JsonNode category = town.get("/tag-categories").path("items").get(0);
        assertThat(category.path("customers").asInt()).isEqualTo(2);
    }

    @Test
    void aTagOfARuleExpiresThoughItsBearerStays() {
        rule(
                "\"category\": \"buyer\", \"value\": \"new\", \"expireDays\": 2",
                "{\"type\": \"identity\", \"identity\": \"external\"}");
        awaitTags("buyer:new");
        town.clock.pass(Duration.ofDays(1));
        assertThat(tags()).containsExactly("buyer:new");

        town.clock.pass(Duration.ofDays(1).plusSeconds(1));

        awaitTags();
        List<String> told = told();
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).startsWith(Kinds.TAG_REMOVED);
    }

    @Test
    void aValueIsRenamedAndJoinedForWhoeverBearsIt() {
        ProfileId bob = town.customer("bob");
        tag("size", "large", "");
        tag("size", "big", "");
        tag(bob, "size", "big");

        replace("size", "big", "large");
        await().atMost(Duration.ofSeconds(30)).until(() -> town.tags(bob).contains("size:large"));
        assertThat(town.tags(bob)).containsExactly("size:large");
        assertThat(tags()).containsExactly("size:large");

        replace("size", "large", "XL");
        await().atMost(Duration.ofSeconds(30)).until(() -> town.tags(bob).contains("size:XL"));
        assertThat(town.tags(bob)).containsExactly("size:XL");
        awaitTags("size:XL");
        JsonNode values = category("size").path("values");
        assertThat(values.findValuesAsString("value")).contains("XL");
    }

    private JsonNode category(String name) {
        for (JsonNode category : town.get("/tag-categories").path("items")) {
            if (category.path("name").asString().equals(name)) {
                return category;
            }
        }
        throw new AssertionError("no category " + name);
    }

    private void replace(String category, String value, String with) {
        Town.Answer replaced =
                town.ask(
                        "POST",
                        "/tag-categories/%s/replace?value=%s"
                                .formatted(category(category).path("id").asString(), value),
                        "{\"with\": \"%s\"}".formatted(with));
        assertThat(replaced.status()).as(replaced.body().toString()).isEqualTo(202);
    }

    private void rule(String tag, String condition) {
        Town.Answer made =
                town.ask("POST", "/tag-rules", "{%s, \"condition\": %s}".formatted(tag, condition));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        String id = made.body().path("id").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> town.get("/tag-rules/" + id).path("state").asString().equals("live"));
    }

    private void tag(ProfileId customer, String category, String value) {
        tag(customer, category, value, "");
    }

    private void tag(String category, String value, String more) {
        tag(ann, category, value, more);
    }

    private void tag(ProfileId customer, String category, String value, String more) {
        Town.Answer tagged =
                town.ask(
                        "POST",
                        "/customers/" + customer + "/tags",
                        "{\"category\": \"%s\", \"value\": \"%s\", \"source\": \"chat\"%s}"
                                .formatted(category, value, more));
        assertThat(tagged.status()).as(tagged.body().toString()).isEqualTo(201);
        town.clock.pass(Duration.ofMillis(1));
    }

    private JsonNode consent(ProfileId customer, boolean given, String more) {
        Town.Answer said =
                town.ask(
                        "POST",
                        "/customers/" + customer + "/consents",
                        "{\"purpose\": \"marketing\", \"channel\": \"email\", \"given\": %s%s}"
                                .formatted(given, more));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
        return said.body();
    }

    private void answer(String answer) {
        town.append(
                List.of(
                        new Fact(
                                java.util.UUID.randomUUID(),
                                ann.value(),
                                Kinds.SURVEY_ANSWERED,
                                town.clock.instant(),
                                town.clock.instant(),
                                "welcome",
                                0,
                                null,
                                Map.of(
                                        "question", new Value.Text("job"),
                                        "answer", new Value.Text(answer)),
                                "test",
                                false)));
        town.settle();
    }

    private String profession() {
        return profession(town.clock.instant());
    }

    private String profession(Instant asOf) {
        return town.variable(ann, "profession", asOf);
    }

    private int zone(String zone) {
        JsonNode now = town.get("/workspace");
        return town.ask(
                        "PUT",
                        "/workspace",
                        now.toString()
                                .replaceFirst("\"zone\":\"[^\"]*\"", "\"zone\":\"" + zone + "\""))
                .status();
    }

    private void awaitTags(String... tags) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(tags()).containsExactly(tags));
    }

    private List<String> tags() {
        return town.tags(ann);
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        town.get("/customers/" + ann + "/timeline?group=tags&limit=100")
                .path("items")
                .forEach(fact -> {
                    String kind = fact.path("kind").asString();
                    if (kind.startsWith("tag.")) {
                        told.addFirst(kind + " " + fact.path("occurredAt").asString());
                    }
                });
        return told;
    }

    private int givings() {
        return town.jdbc()
                .sql("select count(*) from customers.tag_givings")
                .query(Integer.class)
                .single();
    }

    private int leaving() {
        return town.jdbc()
                .sql("select count(*) from customers.tag_givings where leaving")
                .query(Integer.class)
                .single();
    }
}
