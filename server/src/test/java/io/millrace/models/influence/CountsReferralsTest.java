package io.millrace.models.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.millrace.kernel.timeline.Value;
import io.millrace.models.Street;
import io.millrace.models.influence.Influence.Network;
import io.millrace.models.influence.Influence.Role;
import io.millrace.models.scores.ScoreTable;
import io.millrace.models.scores.Scores;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who brought whom is counted once, and every number opens those it counts. */
class CountsReferralsTest {
    @TempDir static Path folder;
    static Street street;

    @BeforeAll
    static void tellTheStory() {
        street = new Street(folder);
        // ann brought bob and cat, bob brought dan; dan names ann: a circle. eve had bought before.
        street.refers("ann", "bob", 100);
        street.refers("ann", "cat", 90);
        street.refers("bob", "dan", 80);
        street.refers("dan", "ann", 70);
        street.refers("ann", "ann", 60);
        street.refers("ann", "nobody-yet", 60);
        street.refers("fay", "bob", 99);
        street.refers("fay", "eve", 99);
        street.order("bob", 95, 10_000);
        street.order("bob", 50, 2_000);
        street.order("dan", 75, 4_000);
        street.order("eve", 300, 7_000);
        street.order("eve", 10, 7_000);
        street.person("cat");
        street.tell("gus", "event.Product Shared", 5, null, 0, Map.of());
        street.tell("gus", "event.Content Liked", 500, null, 0, Map.of());
        street.tell("ann", "event.Product Shared", 5, null, 0, Map.of("n", new Value.Whole(1)));
        street.settle();
    }

    @AfterAll
    static void close() {
        street.close();
    }

    @Test
    void countsReachConversionAndValueOverGenerations() {
        Network network = street.town.get(Influence.class).network(Street.daysAgo(0));

        assertThat(network.size()).isEqualTo(5);
        int ann = row(network, "ann");
        assertThat(network.reach(ann)).isEqualTo(3);
        assertThat(network.joined(ann)).isEqualTo(2);
        assertThat(network.ordered(ann)).isEqualTo(1);
        assertThat(network.under(ann)).isEqualTo(3);
        assertThat(network.direct(ann)).isEqualTo(12_000);
        assertThat(network.carried(ann)).isEqualTo(12_000 + 4_000 / 2);
        assertThat(network.conversion(ann)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(network.role(ann)).isEqualTo(Role.ADVOCATE);
        assertThat(network.points(ann)).isEqualTo(5);
    }

    @Test
    void creditsTheFirstAndNobodyForWhoHadBoughtBefore() {
        Network network = street.town.get(Influence.class).network(Street.daysAgo(0));

        int fay = row(network, "fay");
        assertThat(network.reach(fay)).isEqualTo(2);
        assertThat(network.joined(fay)).isZero();
        assertThat(network.carried(fay)).isZero();
        assertThat(network.points(row(network, "gus"))).isEqualTo(5);
    }

    @Test
    void knowsOnlyWhatHadHappenedByThen() {
        Network network = street.town.get(Influence.class).network(Street.daysAgo(85));

        assertThat(network.under(row(network, "ann"))).isEqualTo(1);
        assertThat(network.carried(row(network, "ann"))).isEqualTo(10_000);
    }

    @Test
    void opensExactlyThoseWhomANumberCounts() {
        JsonNode page = street.town.get("/models/influence/page").get("page");

        assertThat(page.get("unknown").asInt()).isEqualTo(1);
        assertThat(page.get("loops").asInt()).isEqualTo(1);
        assertThat(page.get("cycles").asInt()).isEqualTo(1);
        assertThat(street.behind(page.get("open").asString()))
                .isEqualTo(street.people("ann", "bob", "dan", "fay", "gus"));
        for (JsonNode step : page.get("funnel")) {
            assertThat(street.behind(step.get("open").asString()))
                    .as(step.toString())
                    .hasSize(step.get("customers").asInt());
        }
        assertThat(page.get("funnel").get(0).get("people").asInt()).isEqualTo(6);
        for (JsonNode role : page.get("roles")) {
            assertThat(street.behind(role.get("open").asString()))
                    .hasSize(role.get("customers").asInt());
        }
        JsonNode best = page.get("candidates").get(0);
        assertThat(best.get("customer").asString())
                .isEqualTo(street.person("ann").value().toString());
        assertThat(street.behind(best.get("openDirect").asString()))
                .isEqualTo(street.people("bob", "cat"));
        assertThat(street.behind(best.get("openOrdered").asString()))
                .isEqualTo(street.people("bob"));
        assertThat(street.behind(best.get("openUnder").asString()))
                .isEqualTo(street.people("bob", "cat", "dan"));
        for (JsonNode share : page.get("curve")) {
            if (share.get("customers").asInt() > 0) {
                assertThat(street.behind(share.get("open").asString()))
                        .hasSize(share.get("customers").asInt());
            }
        }
        JsonNode tree = page.get("trees").get(0);
        assertThat(tree.get("people")).hasSize(3);
        assertThat(street.behind(tree.get("people").get(0).get("open").asString())).hasSize(1);
    }

    @Test
    void scoresEverybodyWhoInvitesOrShares() {
        Scores scores = street.town.get(Scores.class);
        UUID run = ((Scores.Started.Queued) scores.start("influence", null, "tester")).run();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scores.run(run).orElseThrow().run().finishedAt() != null);
        street.town.get(Timelines.class).catchUp();

        assertThat(scores.run(run).orElseThrow().run().state()).isEqualTo(Scores.State.DONE);
        ScoreTable table = scores.table("influence", null).orElseThrow();
        assertThat(table.size()).isEqualTo(5);
        int ann = table.rowOf(street.person("ann").value());
        assertThat(table.text(table.place("role"), ann)).isEqualTo("advocate");
        assertThat(table.number(table.place("brought"), ann)).isEqualTo(14_000);
    }

    @Test
    void takesAnotherRuleAndRefusesANonsensicalOne() {
        String wrong =
                """
                {"generationDiscount": 2, "kolReach": 0, "kocOrdered": 1, "kocConversion": 0.3,
                 "points": {"Content Liked": -1}}
                """;
        var refused = street.town.ask("PUT", "/models/influence/settings", wrong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors")).hasSize(3);

        Influence influence = street.town.get(Influence.class);
        InfluenceSettings before = influence.settings();
        String right =
                """
                {"generationDiscount": 0, "kolReach": 100, "kocOrdered": 1, "kocConversion": 0.3,
                 "points": {}}
                """;
        var taken = street.town.ask("PUT", "/models/influence/settings", right);
        assertThat(taken.status()).isEqualTo(200);
        Network network = influence.network(Street.daysAgo(0));
        int ann = row(network, "ann");
        assertThat(network.role(ann)).isEqualTo(Role.KOC);
        assertThat(network.carried(ann)).isEqualTo(network.direct(ann));
        influence.change(before);
    }

    private static int row(Network network, String who) {
        for (int row = 0; row < network.size(); row++) {
            if (network.customer(row).equals(street.person(who).value())) {
                return row;
            }
        }
        throw new AssertionError(who + " is not in the network");
    }
}
