package io.millrace.models.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.millrace.models.Street;
import io.millrace.models.satisfaction.Answers;
import io.millrace.models.satisfaction.Answers.Meaning;
import io.millrace.models.satisfaction.Answers.Meant;
import io.millrace.models.satisfaction.Answers.Role;
import io.millrace.models.scores.ScoreTable;
import io.millrace.models.scores.Scores;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is said counts before the rule, the rule before an average, and nothing is guessed. */
class KnowsWalletsTest {
    @TempDir static Path folder;
    static Street street;

    @BeforeAll
    static void tellTheStory() {
        street = new Street(folder);
        street.order("ann", 30, 10_000);
        street.order("ann", 500, 90_000);
        street.answers("ann", "study", "spend", 400, 20);
        street.answers("ann", "study", "rank", 2, 20);
        street.answers("ann", "study", "brands", 2, 20);
        street.order("bob", 30, 10_000);
        street.answers("bob", "study", "rank", 1, 20);
        street.answers("bob", "study", "brands", 3, 20);
        street.order("cat", 30, 10_000);
        street.order("dan", 30, 50_000);
        street.answers("dan", "study", "spend", 100, 20);
        street.settle();
    }

    @AfterAll
    static void close() {
        street.close();
    }

    private static Meant meant(String question, Role role) {
        return new Meant("study", question, new Meaning(role, null, null));
    }

    private static Scores.Run run(Duration later) {
        street.town.clock.pass(later);
        Scores scores = street.town.get(Scores.class);
        UUID id = ((Scores.Started.Queued) scores.start("wallet", null, "tester")).run();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scores.run(id).orElseThrow().run().finishedAt() != null);
        street.town.get(Timelines.class).catchUp();
        return scores.run(id).orElseThrow().run();
    }

    @Test
    void takesWhatIsSaidThenTheRuleThenTheAverage() {
        Scores.Run lacking = run(Duration.ofMinutes(5));
        assertThat(lacking.state()).isEqualTo(Scores.State.LACKING);

        street.town
                .get(Answers.class)
                .change(
                        List.of(
                                meant("spend", Role.SPEND),
                                meant("rank", Role.RANK),
                                meant("brands", Role.BRANDS)));
        run(Duration.ofMinutes(5));
        assertThat(row("ann")).containsExactly(0.25, 30_000.0, 40_000.0);
        // First of three: half of the wallet.
        assertThat(row("bob")).containsExactly(0.5, 10_000.0, 20_000.0);
        // Never less than they spent with us.
        assertThat(row("dan")).containsExactly(1.0, 0.0, 50_000.0);
        assertThat(table().size()).isEqualTo(3);

        var saved =
                street.town.ask(
                        "PUT",
                        "/models/wallet/settings",
                        """
                        {"everybody": 80000, "byType": {}}
                        """);
        assertThat(saved.status()).isEqualTo(200);
        run(Duration.ofMinutes(5));
        assertThat(row("cat")).containsExactly(0.125, 70_000.0, 80_000.0);
        eachNumberOpensItsCustomers();
        anAudienceHasTheWalletsOfItsMembers();
    }

    private static void anAudienceHasTheWalletsOfItsMembers() {
        UUID half =
                street.town.audience(
                        "half ours",
                        """
                        {"type": "score", "model": "wallet", "figure": "share",
                         "test": {"type": "compares", "comparison": "at-least", "number": 0.5}}
                        """);
        street.settle();

        JsonNode group =
                street.town.get("/models/wallet/groups?in=audience:" + half).get("items").get(0);

        assertThat(group.get("customers").asInt()).isEqualTo(2);
        assertThat(group.get("known").asInt()).isEqualTo(2);
        assertThat(group.get("category").asLong()).isEqualTo(70_000);
        assertThat(group.get("own").asLong()).isEqualTo(60_000);
        assertThat(street.behind(group.get("openKnown").asString())).hasSize(2);
        var unknown = street.town.ask("GET", "/models/wallet/groups?in=nothing:here", "");
        assertThat(unknown.status()).isEqualTo(400);
    }

    private static void eachNumberOpensItsCustomers() {
        JsonNode page = street.town.get("/models/wallet/page");

        assertThat(page.get("customers").asInt()).isEqualTo(4);
        assertThat(page.get("category").asLong()).isEqualTo(190_000);
        assertThat(page.get("own").asLong()).isEqualTo(80_000);
        assertThat(street.behind(page.get("open").asString())).hasSize(4);
        for (String numbers : List.of("known", "rooms", "map")) {
            int sum = 0;
            for (JsonNode each : page.get(numbers)) {
                assertThat(street.behind(each.get("open").asString()))
                        .as(each.toString())
                        .hasSize(each.get("customers").asInt());
                sum += each.get("customers").asInt();
            }
            assertThat(sum).isEqualTo(4);
        }
    }

    @Test
    void refusesAnAverageOfNothingAndTypesThatAreNone() {
        var refused =
                street.town.ask(
                        "PUT",
                        "/models/wallet/settings",
                        """
                        {"everybody": 0, "byType": {"no-such-type": 5}}
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors")).hasSize(2);
    }

    private static ScoreTable table() {
        return street.town.get(Scores.class).table("wallet", null).orElseThrow();
    }

    private static List<Double> row(String who) {
        ScoreTable table = table();
        int row = table.rowOf(street.person(who).value());
        assertThat(table.number(table.place("share"), row)).isCloseTo(0.5, within(0.5));
        return List.of(
                table.number(table.place("share"), row),
                table.number(table.place("headroom"), row),
                table.number(table.place("category"), row));
    }
}
