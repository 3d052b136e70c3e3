package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sixty customers of whom everything is known: portraits and matrices by hand. */
class PortrayingTest {
    private static final String COMPLETED = "order.completed";

    @TempDir static Path folder;
    static Town town;
    static String anglers;

    /** Of each ten three fish; every second one bought, the anglers on the web, most others not. */
    @BeforeAll
    static void open() {
        town = new Town(folder);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ProfileId customer = town.customer("p-" + i);
            boolean fishes = i % 10 < 3;
            if (fishes) {
                facts.add(said(customer, Kinds.TAG_ADDED, "category", "hobby", "fishing"));
            }
            if (i % 4 == 0) {
                facts.add(said(customer, Kinds.TAG_ADDED, "category", "hobby", "chess"));
            }
            if (i % 2 == 0) {
                facts.add(bought(customer, fishes ? "web" : i % 10 == 4 ? "web" : "shop", i));
            }
        }
        town.get(Workspace.class).adoptCurrency("EUR");
        town.append(facts);
        town.settle();
        anglers =
                town.audience(
                                "Anglers",
                                "{\"type\": \"tag\", \"category\": \"hobby\", \"value\": \"fishing\"}")
                        .toString();
        town.settle();
    }

    private static Fact said(ProfileId who, String kind, String a, String one, String value) {
        return fact(who, kind, 0, Map.of(a, new Value.Text(one), "value", new Value.Text(value)));
    }

    private static Fact bought(ProfileId who, String channel, int amount) {
        return fact(who, COMPLETED, 100 * amount, Map.of("channel", new Value.Text(channel)));
    }

    private static Fact fact(ProfileId who, String kind, long amount, Map<String, Value> with) {
        return new Fact(
                town.get(Ids.class).next(),
                who.value(),
                kind,
                town.clock.instant().minus(Duration.ofDays(10)),
                town.clock.instant(),
                kind + who,
                amount,
                amount == 0 ? null : "EUR",
                with,
                "test",
                false);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static JsonNode named(JsonNode items, String key, String value) {
        for (JsonNode item : items) {
            if (item.at(key).asString("").equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no " + value + " in " + items);
    }

    private static int listed(JsonNode sum) {
        return town.get("/customers?include=total&" + sum.path("open").asString())
                .path("total")
                .asInt();
    }

    @Test
    void offersWhatThereIsToGroupBy() {
        JsonNode offered = town.get("/groupings").path("items");
        assertThat(named(offered, "/key", "tag.hobby").path("several").asBoolean()).isTrue();
        assertThat(named(offered, "/key", "rfm.type").path("family").asString()).isEqualTo("value");
        assertThat(named(offered, "/key", "stage.activity").path("label").path("zh").asString())
                .startsWith("阶段");
    }

    @Test
    void everyGroupingCountsEverybodyAndOpensThem() {
        for (JsonNode one : town.get("/groupings").path("items")) {
            String key = one.path("key").asString();
            JsonNode portrait = town.get("/portraits?groupings=" + key.replace(" ", "%20"));
            int together = 0;
            for (JsonNode bar : portrait.path("traits").get(0).path("values")) {
                together += bar.path("customers").asInt();
                assertThat(listed(bar)).as(key + bar).isEqualTo(bar.path("customers").asInt());
            }
            if (one.path("several").asBoolean()) {
                assertThat(together).as(key).isGreaterThanOrEqualTo(60);
            } else {
                assertThat(together).as(key).isEqualTo(60);
            }
        }
    }

    /** Of 18 anglers 12 bought, all on the web; of the 42 others 18, of these 6 on the web. */
    @Test
    void aPortraitSaysInWhatAnAudienceDiffers() {
        JsonNode portrait =
                town.get("/audiences/" + anglers + "/portrait?groupings=bought.channel");
        assertThat(portrait.path("customers").asInt()).isEqualTo(18);
        assertThat(portrait.path("against").asInt()).isEqualTo(60);
        assertThat(portrait.path("rest").asInt()).isEqualTo(42);
        JsonNode web = named(portrait.at("/traits/0/values"), "/value", "web");
        assertThat(web.path("customers").asInt()).isEqualTo(12);
        assertThat(web.path("againstCustomers").asInt()).isEqualTo(18);
        assertThat(web.path("index").asDouble())
                .isCloseTo(100 * (12 / 18.0) / (18 / 60.0), within(1e-9));
        assertThat(web.path("differs").asBoolean()).isTrue();
        assertThat(listed(web)).isEqualTo(12);
    }

    @Test
    void theStrongestDifferenceComesFirst() {
        JsonNode traits = town.get("/audiences/" + anglers + "/portrait").path("traits");
        assertThat(traits.get(0).at("/grouping/key").asString()).isEqualTo("tag.hobby");
        double before = 1;
        for (JsonNode trait : traits) {
            assertThat(trait.path("strength").asDouble()).isBetween(0.0, before);
            before = trait.path("strength").asDouble();
        }
    }

    @Test
    void aMatrixAddsUpAndOpensItsCells() {
        JsonNode matrix =
                town.get("/combinations?rows=orders&columns=bought.channel&days=0&layers=tenure");
        assertThat(matrix.at("/total/customers").asInt()).isEqualTo(60);
        assertThat(listed(matrix.path("total"))).isEqualTo(60);
        int cells = 0;
        long revenue = 0;
        for (JsonNode cell : matrix.path("cells")) {
            assertThat(listed(cell.path("sum"))).isEqualTo(cell.at("/sum/customers").asInt());
            if (cell.path("layer").isNull()) {
                cells += cell.at("/sum/customers").asInt();
                revenue += cell.at("/sum/revenue").asLong();
            }
        }
        assertThat(cells).isEqualTo(60);
        assertThat(revenue).isEqualTo(matrix.at("/total/revenue").asLong()).isEqualTo(87_000);
        JsonNode one = named(matrix.at("/rows/values"), "/value", "o1");
        assertThat(one.at("/sum/customers").asInt()).isEqualTo(30);
    }

    @Test
    void cellsThatAConditionCanSayBecomeAnAudienceThatFollows() {
        Town.Answer kept =
                town.ask(
                        "POST",
                        "/combinations/audiences",
                        """
                        {"name": "Chess or none, new", "rows": "tag.hobby", "columns": "tenure",
                         "cells": [{"row": "chess", "column": "t0"}, {"row": "*none", "column": "t0"}]}
                        """);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        assertThat(kept.body().path("live").asBoolean()).isTrue();
        UUID id = UUID.fromString(kept.body().path("id").asString());
        town.live(id);
        assertThat(town.members(id)).hasSize(kept.body().path("customers").asInt()).hasSize(48);
    }

    @Test
    void otherCellsBecomeAListOfThoseInThemNow() {
        Town.Answer kept =
                town.ask(
                        "POST",
                        "/combinations/audiences",
                        """
                        {"name": "Web once", "rows": "orders", "columns": "bought.channel",
                         "cells": [{"row": "o1", "column": "web"}]}
                        """);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        assertThat(kept.body().path("live").asBoolean()).isFalse();
        assertThat(town.members(UUID.fromString(kept.body().path("id").asString()))).hasSize(18);
    }

    @Test
    void aBarOfAPortraitBecomesAnAudience() {
        Town.Answer kept =
                town.ask(
                        "POST",
                        "/portraits/audiences",
                        "{\"name\": \"Anglers who play\", \"in\": [\"audience:%s\", \"group:tag.hobby~chess\"]}"
                                .formatted(anglers));
        assertThat(kept.body().path("live").asBoolean()).as(kept.body().toString()).isTrue();
        UUID id = UUID.fromString(kept.body().path("id").asString());
        town.live(id);
        assertThat(town.members(id)).hasSize(kept.body().path("customers").asInt());
    }

    @Test
    void saysWhichGroupingThereIsNot() {
        Town.Answer answer = town.ask("GET", "/combinations?rows=nothing&columns=orders", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asString()).isEqualTo("audiences.no-such-group");
        assertThat(town.ask("GET", "/portraits?in=group:orders~o99", "").status()).isEqualTo(404);
    }
}
