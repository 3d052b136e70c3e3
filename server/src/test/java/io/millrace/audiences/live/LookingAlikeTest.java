package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.Workspace;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Four hundred customers: anglers buy in the shop, and some of them are club members. */
class LookingAlikeTest {
    private static final int CUSTOMERS = 400;

    @TempDir static Path folder;
    static Town town;
    static String club;

    @BeforeAll
    static void open() {
        town = new Town(folder);
        town.get(Workspace.class).adoptCurrency("EUR");
        SplittableRandom random = new SplittableRandom(11);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            ProfileId customer = town.customer("like-" + i);
            boolean fishes = i % 2 == 0;
            facts.add(tag(customer, "hobby", fishes ? "fishing" : "chess"));
            if (random.nextInt(10) < (fishes ? 4 : 1)) {
                facts.add(tag(customer, "club", "member"));
            }
            for (int order = 0; order < random.nextInt(fishes ? 8 : 3); order++) {
                facts.add(bought(customer, i + "-" + order, 5 + random.nextInt(600)));
            }
        }
        town.append(facts);
        town.settle();
        club = town.audience("Club", "{\"type\": \"tag\", \"category\": \"club\"}").toString();
        town.settle();
    }

    private static Fact tag(ProfileId who, String category, String value) {
        Map<String, Value> with =
                Map.of("category", new Value.Text(category), "value", new Value.Text(value));
        return fact(who, Kinds.TAG_ADDED, category, 700, 0, with);
    }

    private static Fact bought(ProfileId who, String order, int daysAgo) {
        return fact(who, Kinds.ORDER_COMPLETED, order, daysAgo, 5_000, Map.of());
    }

    private static Fact fact(
            ProfileId who,
            String kind,
            String subject,
            int daysAgo,
            long amount,
            Map<String, Value> with) {
        @Nullable String currency = amount == 0 ? null : "EUR";
        return new Fact(
                town.get(Ids.class).next(),
                who.value(),
                kind,
                town.clock.instant().minus(Duration.ofDays(daysAgo)),
                town.clock.instant(),
                subject,
                amount,
                currency,
                with,
                "test",
                true);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static JsonNode similar(String more) {
        return town.get("/audiences/" + club + "/look-alikes?" + more).path("ranking");
    }

    private static int listed(String open) {
        return town.get("/customers?include=total&" + open).path("total").asInt();
    }

    @Test
    void aListThatIsKeptRemembersOfWhichAudienceAndHow() {
        JsonNode point = similar("exclude=tag.club&seed=4").path("curve").get(0);
        String open = point.path("open").asString();
        String selection =
                URLDecoder.decode(
                        open.substring(open.indexOf("in=") + 3).split("&")[0],
                        StandardCharsets.UTF_8);
        JsonNode kept =
                town.ask(
                                "POST",
                                "/portraits/audiences",
                                "{\"name\": \"Like the club\", \"in\": [\"%s\"]}"
                                        .formatted(selection))
                        .body();
        assertThat(kept.path("live").asBoolean()).as(kept.toString()).isFalse();

        JsonNode origin = town.get("/audiences/" + kept.path("id").asString() + "/origin");

        assertThat(origin.path("made").path("in").get(0).asString()).isEqualTo(selection);
        assertThat(origin.path("customers").asInt()).isEqualTo(point.path("size").asInt());
        assertThat(origin.path("audience").asString()).isEqualTo(club);
        assertThat(origin.path("name").asString()).isEqualTo("Club");
        assertThat(origin.path("version").asInt()).isEqualTo(1);
        assertThat(town.ask("GET", "/audiences/" + club + "/origin", "").status()).isEqualTo(404);
    }

    @Test
    void seesThatTheTagItselfTellsTheMembers() {
        JsonNode ranking = similar("");
        assertThat(ranking.path("auc").asDouble()).isGreaterThan(0.99);
        assertThat(ranking.path("leak").path("key").asString()).isEqualTo("tag.club");
    }

    @Test
    void withoutItThoseWithTheHobbyOfTheClubAreMostAlike() {
        JsonNode ranking = similar("exclude=tag.club");
        assertThat(ranking.path("method").asString()).isEqualTo("model");
        assertThat(ranking.path("leak").isNull()).isTrue();
        assertThat(ranking.path("auc").asDouble()).isBetween(0.55, 0.95);
        assertThat(ranking.path("members").asInt() + ranking.path("candidates").asInt())
                .isEqualTo(CUSTOMERS);
        for (int i = 0; i < 20; i++) {
            JsonNode reasons = ranking.path("top").get(i).path("reasons");
            assertThat(reasons.toString()).contains("hobby: fishing").doesNotContain("club");
        }
    }

    @Test
    void theSameSeedGivesTheSameRanking() {
        assertThat(timeless(similar("exclude=tag.club&seed=1")))
                .isEqualTo(timeless(similar("exclude=tag.club&seed=1")))
                .isNotEqualTo(timeless(similar("exclude=tag.club&seed=2")));
    }

    private static JsonNode timeless(JsonNode ranking) {
        return ((ObjectNode) ranking.deepCopy()).remove(List.of("millis", "seed"));
    }

    @Test
    void everyPointOfTheCurveOpensAsManyWhoAreNoMembers() {
        JsonNode curve = similar("exclude=tag.club").path("curve");
        double before = 1;
        for (int i = 0; i < curve.size(); i += 10) {
            JsonNode point = curve.get(i);
            assertThat(point.path("score").asDouble()).isLessThanOrEqualTo(before);
            before = point.path("score").asDouble();
            assertThat(listed(point.path("open").asString())).isEqualTo(point.path("size").asInt());
            assertThat(listed(point.path("open").asString() + "&in=audience:" + club)).isZero();
        }
    }

    @Test
    void aFewMembersAreComparedWithTheirMiddle() {
        UUID few =
                town.list(
                        "Few",
                        similar("exclude=tag.club").at("/top/0/customer").asString(),
                        similar("exclude=tag.club").at("/top/1/customer").asString());
        town.settle();
        JsonNode ranking = town.get("/audiences/" + few + "/look-alikes").path("ranking");
        assertThat(ranking.path("method").asString()).isEqualTo("nearness");
        assertThat(ranking.at("/top/0/score").asDouble()).isBetween(0.0, 1.0);
        assertThat(ranking.path("candidates").asInt()).isEqualTo(CUSTOMERS - 2);
    }

    @Test
    void saysThatThereIsNobodyToLearnFrom() {
        UUID nobody = town.audience("Nobody", "{\"type\": \"any\", \"of\": []}");
        Town.Answer answer = town.ask("GET", "/audiences/" + nobody + "/look-alikes", "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("audiences.too-few");
    }

    @Test
    void threeRankingsOpenWhomTheyKeep() {
        JsonNode choice =
                town.get("/choices?days=180&response=0.1&margin=0.5&contactCost=150&offerCost=0");
        assertThat(choice.path("customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(choice.path("rankings")).hasSize(3);
        for (JsonNode ranking : choice.path("rankings")) {
            assertThat(ranking.path("lacking").isNull()).as(ranking.toString()).isTrue();
            JsonNode best = ranking.path("best");
            for (JsonNode point : ranking.path("curve")) {
                assertThat(point.path("profit").asLong())
                        .isLessThanOrEqualTo(best.path("profit").asLong());
            }
            if (best.path("kept").asInt() > 0) {
                assertThat(listed(best.path("open").asString()))
                        .isEqualTo(best.path("kept").asInt());
            }
        }
        for (JsonNode overlap : choice.path("overlaps")) {
            assertThat(listed(overlap.path("open").asString()))
                    .isEqualTo(overlap.path("customers").asInt());
        }
    }

    @Test
    void aDearerContactKeepsFewer() {
        assertThat(best(400)).isLessThanOrEqualTo(best(100)).isLessThanOrEqualTo(best(0));
        assertThat(best(0)).isEqualTo(CUSTOMERS);
        assertThat(best(100_000)).isZero();
    }

    private static int best(int contactCost) {
        return town.get("/choices?days=180&response=0.1&margin=0.5&contactCost=" + contactCost)
                .at("/rankings/0/best/kept")
                .asInt();
    }

    @Test
    void refusesWhatCannotBe() {
        Town.Answer answer = town.ask("GET", "/choices?response=2&days=0", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(2);
    }
}
