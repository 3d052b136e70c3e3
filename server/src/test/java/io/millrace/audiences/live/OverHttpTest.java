package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Audiences as a console or a program asks for them. */
class OverHttpTest {
    private static final String BUYERS =
            """
            {"type": "all", "of": [
              {"type": "count", "kind": "order.completed", "comparison": "at-least", "number": 1},
              {"type": "identity", "identity": "email"}]}
            """;

    @TempDir static Path folder;
    static Town town;
    static ProfileId reachable;
    static ProfileId unreachable;

    @BeforeAll
    static void open() {
        town = new Town(folder);
        reachable =
                town.customer(
                        new Identity(IdentityType.EXTERNAL, "http-1"),
                        new Identity(IdentityType.WECHAT_UNIONID, "o6-http-ann"),
                        new Identity(IdentityType.EMAIL, "ann@example.org"));
        unreachable = town.customer("http-2");
        town.customer("http-3");
        town.order(reachable, town.clock.instant().minus(Duration.ofDays(40)));
        town.order(unreachable, town.clock.instant().minus(Duration.ofDays(3)));
        consent(reachable, "email");
        town.settle();
    }

    private static void consent(ProfileId customer, String channel) {
        Town.Answer answer =
                town.ask(
                        "POST",
                        "/customers/" + customer + "/consents",
                        """
                        {"purpose": "marketing", "channel": "%s", "given": true}
                        """
                                .formatted(channel));
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static JsonNode created(String name, String condition) {
        Town.Answer answer =
                town.ask(
                        "POST",
                        "/audiences",
                        "{\"name\": \"%s\", \"folder\": \"spring\", \"condition\": %s}"
                                .formatted(name, condition));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        town.live(UUID.fromString(answer.body().path("id").asString()));
        return answer.body();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    @Test
    void makesAnAudienceAndOpensExactlyItsMembers() {
        String id = created("Buyers", BUYERS).path("id").asString();

        JsonNode shown = town.get("/audiences/" + id);
        assertThat(shown.path("size").asInt()).isEqualTo(1);
        assertThat(shown.path("state").asString()).isEqualTo("live");
        assertThat(shown.path("sentence").path("en").asString())
                .isEqualTo("at least 1 × order and has the identity email");
        assertThat(shown.path("sentence").path("zh").asString()).contains("订单");
        assertThat(shown.path("condition").path("type").asString()).isEqualTo("all");
        assertThat(ids(town.get("/customers?audience=" + id)))
                .containsExactly(reachable.toString());
        assertThat(ids(town.get("/customers?in=audience:" + id + "&asOf=2026-01-01"))).isEmpty();
        assertThat(town.get("/audiences?q=buy&include=total").path("total").asInt()).isEqualTo(1);
        JsonNode today = town.get("/audiences/" + id + "/trend").path("items");
        assertThat(today.get(today.size() - 1).path("entered").asInt()).isEqualTo(1);
        JsonNode curve = town.get("/audiences/" + id + "/backtest?points=3").path("items");
        assertThat(curve.get(0).path("size").asInt()).isZero();
        assertThat(curve.get(2).path("size").asInt()).isEqualTo(1);
        assertThat(town.get("/audiences/" + id + "/overlap").path("items").isArray()).isTrue();
    }

    @Test
    void previewsTheNumberItsReachAndItsSteps() {
        Town.Answer answer =
                town.ask("POST", "/audiences/preview", "{\"condition\": %s}".formatted(BUYERS));

        JsonNode preview = answer.body();
        assertThat(answer.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.path("count").asInt()).isEqualTo(1);
        assertThat(preview.path("total").asInt()).isEqualTo(3);
        assertThat(preview.path("addresses").path("email").asInt()).isEqualTo(1);
        assertThat(preview.path("reach").path("email").asInt()).isEqualTo(1);
        assertThat(preview.path("addresses").path("wechat").asInt()).isEqualTo(1);
        assertThat(preview.path("reach").path("wechat").asInt()).isZero();
        assertThat(preview.path("reach").path("sms").asInt()).isZero();
        assertThat(preview.path("steps").get(0).path("count").asInt()).isEqualTo(2);
        assertThat(preview.path("steps").get(1).path("count").asInt()).isEqualTo(1);
        assertThat(preview.path("sample").get(0).path("id").asString())
                .isEqualTo(reachable.toString());
        assertThat(ids(town.get("/customers?" + preview.path("open").asString())))
                .containsExactly(reachable.toString());
        assertThat(ids(town.get("/customers?in=reach:email&" + preview.path("open").asString())))
                .containsExactly(reachable.toString());
        String open = preview.path("open").asString();
        assertThat(ids(town.get("/customers?in=address:wechat&" + open)))
                .containsExactly(reachable.toString());
        assertThat(ids(town.get("/customers?in=reach:wechat&" + open))).isEmpty();
        assertThat(ids(town.get("/customers?in=reach:sms&" + preview.path("open").asString())))
                .isEmpty();
    }

    @Test
    void pointsAtWhatIsWrongInACondition() {
        Town.Answer answer =
                town.ask(
                        "POST",
                        "/audiences",
                        """
                        {"name": "Wrong", "condition": {"type": "any", "of": [
                          {"type": "count", "kind": "order.completed", "comparison": "roughly",
                           "number": 1}]}}
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("audiences.invalid-condition");
        JsonNode error = answer.body().path("errors").get(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/condition/of/0/comparison");
        assertThat(error.path("code").asString()).isEqualTo("condition.word-unknown");
        assertThat(error.path("message").asString()).startsWith("This is one of");
    }

    @Test
    void saysWhyAndWhyNot() {
        String id = created("Why buyers", BUYERS).path("id").asString();

        JsonNode yes = town.get("/audiences/" + id + "/why?customer=" + reachable);
        JsonNode no = town.get("/audiences/" + id + "/why?customer=" + unreachable);

        assertThat(yes.path("holds").asBoolean()).isTrue();
        assertThat(no.path("holds").asBoolean()).isFalse();
        JsonNode clauses = no.path("clause").path("of");
        assertThat(clauses.get(0).path("truth").asString()).isEqualTo("true");
        assertThat(clauses.get(0).path("value").asString()).isEqualTo("1");
        assertThat(clauses.get(1).path("truth").asString()).isEqualTo("false");
        assertThat(clauses.get(1).path("sentence").path("en").asString())
                .isEqualTo("has the identity email");
    }

    @Test
    void fillsListsAndNamesWhomNobodyKnows() {
        Town.Answer answer =
                town.ask(
                        "POST",
                        "/audiences",
                        """
                        {"name": "A list", "kind": "static",
                         "customers": ["ann@example.org", "nobody@example.org", "http-2", "%s"]}
                        """
                                .formatted(reachable));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("unknown").get(0).asInt()).isEqualTo(1);
        assertThat(answer.body().path("unknown").size()).isEqualTo(1);
        String id = answer.body().path("id").asString();
        assertThat(ids(town.get("/customers?audience=" + id)))
                .containsExactlyInAnyOrder(reachable.toString(), unreachable.toString());
    }

    @Test
    void offersTheWordsForConditions() {
        JsonNode words = town.get("/conditions/vocabulary");

        assertThat(words.path("kinds").findValuesAsString("key")).contains("order.completed");
        assertThat(words.path("identities").toString()).contains("email");
        assertThat(words.path("schemes").get(0).path("stages").size()).isPositive();
        assertThat(town.get("/conditions/schema").path("$id").asString())
                .isEqualTo("urn:millrace:condition:1");
        assertThat(
                        town.ask(
                                        "POST",
                                        "/conditions/sentence",
                                        "{\"condition\": {\"type\": \"tag\", \"category\": \"vip\"}}")
                                .body()
                                .path("zh")
                                .asString())
                .isEqualTo("有标签“vip”");
    }
}
