package io.millrace.models.scores;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audiences.live.Town;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.State;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Customers are put together with their like, under names that stay. */
class ClusteringTest {
    private static final Instant DAY = Shop.daysAgo(150);

    @TempDir static Path folder;
    static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void putsEveryBuyerIntoOneClusterThatOpensExactlyItsCustomers() {
        use(null, null);
        Run run = shop.run("clusters", DAY);
        assertThat(run.state()).isEqualTo(State.DONE);

        JsonNode page = shop.town.get("/models/clusters/page?asOf=" + DAY);

        assertThat(opened(page.get("open"))).isEqualTo(page.get("customers").asInt());
        int sum = 0;
        long money = 0;
        for (JsonNode group : page.get("groups")) {
            assertThat(opened(group.get("open"))).isEqualTo(group.get("customers").asInt());
            sum += group.get("customers").asInt();
            money += group.get("money").asLong();
        }
        assertThat(sum).isEqualTo(page.get("customers").asInt()).isEqualTo(run.customers());
        assertThat(money).isEqualTo(page.get("money").asLong());
        JsonNode choice = report(run).get("choice");
        assertThat(choice.get("looked").asInt()).isEqualTo(sum);
        assertThat(choice.get("rows")).hasSize(9);
        assertThat(report(run).get("picture").get("points")).hasSize(Math.min(600, sum));
    }

    @Test
    void tellsWhatEachClusterIsLikeInBothLanguages() {
        use(3, List.of("recency", "frequency", "money"));
        Run run = shop.run("clusters", Town.START.plusSeconds(5));

        for (JsonNode cluster : report(run).get("clusters")) {
            assertThat(cluster.get("words").get("en").asString()).matches("[A-Z][a-z ,]+");
            assertThat(cluster.get("words").get("zh").asString()).matches("[\\p{IsHan}，]+");
            assertThat(cluster.get("centre")).hasSize(3);
        }
        String words =
                shop.scores().cards().stream()
                        .filter(card -> card.model().equals("clusters"))
                        .flatMap(card -> card.figures().getFirst().values().stream())
                        .map(word -> word.label().en())
                        .collect(Collectors.joining("\n"));
        assertThat(words)
                .contains(
                        ": "
                                + report(run)
                                        .get("clusters")
                                        .get(0)
                                        .get("words")
                                        .get("en")
                                        .asString());
    }

    @Test
    void keepsNamesFromRunToRunAndGivesNewOnesToNewClusters() {
        use(3, List.of("recency", "frequency", "money"));
        Run first = shop.run("clusters", Shop.daysAgo(100));
        Run next = shop.run("clusters", Shop.daysAgo(97));
        assertThat(names(next)).isEqualTo(names(first)).hasSize(3);
        assertThat(next.changed()).isLessThan(next.customers());

        use(4, List.of("recency", "frequency", "money"));
        Run more = shop.run("clusters", Shop.daysAgo(96));
        Set<String> fresh = new TreeSet<>(names(more));
        fresh.removeAll(names(next));
        assertThat(names(more)).hasSize(4);
        assertThat(fresh).isNotEmpty();
        int named = report(next).get("named").asInt();
        for (String name : fresh) {
            assertThat(Integer.parseInt(name.substring(1))).isGreaterThan(named);
        }
        for (JsonNode cluster : report(more).get("clusters")) {
            assertThat(cluster.get("isNew").asBoolean())
                    .isEqualTo(fresh.contains(cluster.get("cluster").asString()));
        }
    }

    @Test
    void writesNothingWhereNothingIsNew() {
        use(null, null);
        shop.run("clusters", Shop.daysAgo(40));
        Run again = shop.run("clusters", Shop.daysAgo(40));

        assertThat(again.changed()).isZero();
        assertThat(shop.facts(again.id())).isZero();
    }

    @Test
    void saysWhatIsLackingInsteadOfGuessing() {
        Run run = shop.run("clusters", Shop.daysAgo(Shop.DAYS - 5));

        assertThat(run.state()).isEqualTo(State.LACKING);
        assertThat(Objects.requireNonNull(run.lack()).what()).isEqualTo("buyers");
    }

    @Test
    void refusesSettingsThatNoClustersCanBeMadeBy() {
        assertThat(change(11, null)).isInstanceOf(Scores.SettingsChange.Invalid.class);
        assertThat(change(1, null)).isInstanceOf(Scores.SettingsChange.Invalid.class);
        assertThat(change(null, List.of("recency", "nonsense")))
                .isInstanceOf(Scores.SettingsChange.Invalid.class);
    }

    @Test
    void letsAudiencesFollowAndAnswersOverHttp() {
        use(2, null);
        Instant when = Shop.daysAgo(0);
        Run run = shop.run("clusters", when);
        String name = names(run).iterator().next();

        UUID audience =
                shop.town.audience(
                        "one cluster",
                        """
                        {"type": "score", "model": "clusters", "figure": "cluster",
                         "test": {"type": "equals", "value": "%s"}}
                        """
                                .formatted(name));

        ScoreTable table = shop.table("clusters", when);
        TreeSet<ProfileId> expected = new TreeSet<>();
        for (int row = 0; row < table.size(); row++) {
            if (name.equals(table.text(0, row))) {
                expected.add(new ProfileId(table.customer(row)));
            }
            assertThat(table.number(1, row)).isBetween(0.0, 1.0);
            assertThat(table.number(2, row)).isFinite();
        }
        assertThat(shop.town.members(audience)).isEqualTo(expected).isNotEmpty();
    }

    private static Scores.SettingsChange change(
            @Nullable Integer k, @Nullable List<String> features) {
        return shop.scores()
                .change(new ScoreSettings(39, 0.1, null, null, null, k, features, null));
    }

    private static void use(@Nullable Integer k, @Nullable List<String> features) {
        assertThat(change(k, features)).isInstanceOf(Scores.SettingsChange.Done.class);
    }

    private static int opened(JsonNode open) {
        return shop.town
                .get("/customers?include=total&limit=1&asOf=" + DAY + "&" + open.asString())
                .get("total")
                .asInt();
    }

    private static Set<String> names(Run run) {
        Set<String> names = new TreeSet<>();
        report(run).get("clusters").forEach(one -> names.add(one.get("cluster").asString()));
        return names;
    }

    private static JsonNode report(Run run) {
        return Objects.requireNonNull(shop.scores().run(run.id()).orElseThrow().report());
    }
}
