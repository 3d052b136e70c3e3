package io.millrace.models.scores;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audiences.live.Town;
import io.millrace.jobs.Jobs;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.State;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs leave scores on the timelines, once each, and can be taken back. */
class ScoringTest {
    private static final Instant MARCH = Town.START.minus(Duration.ofHours(1));

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
    void scoresEveryBuyerByEachModel() {
        for (String model : List.of("rfm", "clv", "churn", "clusters")) {
            Run run = shop.run(model, MARCH);

            assertThat(run.state()).as(run.toString()).isEqualTo(State.DONE);
            assertThat(run.customers()).isEqualTo(Shop.CUSTOMERS);
            ScoreTable table = shop.table(model, MARCH);
            assertThat(table.size()).isEqualTo(Shop.CUSTOMERS);
            for (int row = 0; row < table.size(); row++) {
                for (int i = 0; i < table.figures().size(); i++) {
                    Figure figure = table.figures().get(i);
                    if (figure.type() == Figure.Type.SHARE) {
                        assertThat(table.number(i, row)).isBetween(0.0, 1.0);
                    } else if (!figure.isText()) {
                        assertThat(table.number(i, row)).isFinite();
                    }
                }
            }
        }
    }

    @Test
    void tellsApartWhoStaysAndWhoLeaves() {
        Run run = shop.run("churn", MARCH.minusSeconds(5));

        var validation = report(run).get("validation");
        assertThat(validation.get("auc").asDouble()).isGreaterThan(0.75);
        assertThat(validation.get("brier").asDouble())
                .isLessThan(validation.get("brierOfBase").asDouble());
    }

    @Test
    void choosesTheMethodThatToldTheLaterTimeBetter() {
        var report = report(shop.run("churn", MARCH.minusSeconds(5)));

        var candidates = report.get("candidates");
        assertThat(candidates.size()).isEqualTo(2);
        double least =
                Math.min(
                        candidates.get(0).get("logLoss").asDouble(),
                        candidates.get(1).get("logLoss").asDouble());
        assertThat(report.get("methodFrom").asString()).isEqualTo("validation");
        assertThat(report.get("validation").get("logLoss").asDouble()).isEqualTo(least);
        for (var one : candidates) {
            assertThat(one.get("auc").asDouble()).isGreaterThan(0.75);
            boolean chosen = one.get("method").asString().equals(report.get("method").asString());
            assertThat(chosen).isEqualTo(one.get("logLoss").asDouble() == least);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "boosted"})
    void fitsTheMethodThatIsSetAndGivesTheSameRisksAgain(String method) {
        shop.scores().change(new ScoreSettings(39, 0.1, null, null, method, null, null, null));
        try {
            Run once = shop.run("churn", MARCH.minusSeconds(60));
            ScoreTable first = shop.table("churn", MARCH.minusSeconds(60));
            Run again = shop.run("churn", MARCH.minusSeconds(60));

            assertThat(report(once).get("method").asString()).isEqualTo(method);
            assertThat(report(once).get("methodFrom").asString()).isEqualTo("settings");
            assertThat(again.changed()).isZero();
            assertThat(first.size()).isEqualTo(Shop.CUSTOMERS);
        } finally {
            shop.scores().change(ScoreSettings.DEFAULT);
        }
    }

    @Test
    void foreseesTheHeldOutPurchasesBetterThanNaively() {
        Run run = shop.run("clv", MARCH.minusSeconds(5));

        var result = report(run).get("holdOut").get("result");
        double actual = result.get("actual").asDouble();
        assertThat(result.get("model").get("sum").asDouble())
                .isBetween(actual * 0.75, actual * 1.3);
        assertThat(result.get("model").get("rootMeanSquare").asDouble())
                .isLessThan(result.get("asBefore").get("rootMeanSquare").asDouble())
                .isLessThan(result.get("nothing").get("rootMeanSquare").asDouble());
    }

    @Test
    void writesNothingWhereNothingIsNew() {
        shop.run("rfm", MARCH.plusSeconds(10));
        Run again = shop.run("rfm", MARCH.plusSeconds(10));

        assertThat(again.changed()).isZero();
        assertThat(shop.facts(again.id())).isZero();
        assertThat(again.customers()).isEqualTo(Shop.CUSTOMERS);
    }

    @Test
    void saysWhatIsLackingInsteadOfGuessing() {
        Run run = shop.run("clv", Shop.daysAgo(Shop.DAYS - 5));

        assertThat(run.state()).isEqualTo(State.LACKING);
        assertThat(run.lack())
                .satisfies(lack -> {
                    assertThat(lack.what()).isEqualTo("buyers");
                    assertThat(lack.has()).isLessThan(lack.needs());
                });
        assertThat(shop.facts(run.id())).isZero();
    }

    @Test
    void writesEachScoreOnceHoweverOftenARunIsCarriedOut() throws Jobs.Stopped {
        Run run = shop.run("clv", Shop.daysAgo(60));
        int before = shop.facts(run.id());
        int some = before / 2;
        shop.town
                .jdbc()
                .sql("update models.runs set state = 'running', finished_at = null where id = :id")
                .param("id", run.id())
                .update();

        shop.town.get(RunWork.class).run(new AloneRun(run.id()));

        assertThat(before).isGreaterThan(some).isPositive();
        assertThat(shop.facts(run.id())).isEqualTo(before);
        Run repeated = shop.scores().run(run.id()).orElseThrow().run();
        assertThat(repeated.changed()).isEqualTo(run.changed());
        assertThat(repeated.state()).isEqualTo(State.DONE);
    }

    @Test
    void makesTheScoresBeforeARunCurrentAgain() {
        shop.run("rfm", Shop.daysAgo(200));
        List<String> right = texts(shop.table("rfm", Shop.daysAgo(200)));
        Instant wrong = Shop.daysAgo(100);
        Run mistaken = shop.run("rfm", wrong);
        // Only the latest can be taken back.
        Run latest = shop.scores().latest("rfm", null).orElseThrow().run();
        if (!latest.id().equals(mistaken.id())) {
            assertThat(shop.scores().undo(mistaken.id(), "tester"))
                    .isInstanceOf(Scores.Started.NotLatest.class);
        }
        Instant later = Town.START.plus(Duration.ofDays(3));
        List<String> before = texts(shop.table("rfm", later));
        Run fresh = shop.run("rfm", later);
        assertThat(texts(shop.table("rfm", later))).isNotEqualTo(before);

        Run undo = shop.ended(shop.scores().undo(fresh.id(), "tester"));

        assertThat(undo.undoes()).isEqualTo(fresh.id());
        assertThat(texts(shop.table("rfm", later.plusSeconds(1)))).isEqualTo(before);
        assertThat(texts(shop.table("rfm", later))).isNotEqualTo(before);
        assertThat(texts(shop.table("rfm", Shop.daysAgo(200)))).isEqualTo(right);
        assertThat(shop.scores().run(fresh.id()).orElseThrow().run().undone()).isTrue();
    }

    @Test
    void leavesLaterScoresAsTheyWereWhenAnEarlierDayIsScored() {
        shop.run("churn", Shop.daysAgo(30));
        shop.run("churn", Shop.daysAgo(10));
        List<String> later = texts(shop.table("churn", Shop.daysAgo(10)));
        List<String> earlier = texts(shop.table("churn", Shop.daysAgo(30)));

        shop.run("churn", Shop.daysAgo(20));

        assertThat(texts(shop.table("churn", Shop.daysAgo(10)))).isEqualTo(later);
        assertThat(texts(shop.table("churn", Shop.daysAgo(30)))).isEqualTo(earlier);
        assertThat(texts(shop.table("churn", Shop.daysAgo(20)))).isNotEqualTo(earlier);
    }

    @Test
    void letsAudiencesFollow() {
        Instant when = Town.START.plus(Duration.ofMinutes(1));
        shop.town.clock.pass(Duration.ofMinutes(2));
        UUID best =
                shop.town.audience(
                        "champions of most value",
                        """
                        {"type": "all", "of": [
                          {"type": "score", "model": "rfm", "figure": "type",
                           "test": {"type": "equals", "value": "important-value"}},
                          {"type": "score", "model": "clv", "figure": "percentile",
                           "test": {"type": "compares", "comparison": "at-least", "number": 90}}]}
                        """);
        shop.run("rfm", when);
        shop.run("clv", when);

        ScoreTable rfm = shop.table("rfm", when);
        ScoreTable clv = shop.table("clv", when);
        TreeSet<ProfileId> expected = new TreeSet<>();
        for (int row = 0; row < clv.size(); row++) {
            int same = rfm.rowOf(clv.customer(row));
            if (clv.number(clv.place("percentile"), row) >= 90
                    && "important-value".equals(rfm.text(rfm.place("type"), same))) {
                expected.add(new ProfileId(clv.customer(row)));
            }
        }
        assertThat(shop.town.members(best)).isEqualTo(expected).isNotEmpty();
    }

    private static JsonNode report(Run run) {
        return Objects.requireNonNull(shop.scores().run(run.id()).orElseThrow().report());
    }

    private static List<String> texts(ScoreTable table) {
        List<String> texts = new java.util.ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            StringBuilder text = new StringBuilder(table.customer(row).toString());
            for (int i = 0; i < table.figures().size(); i++) {
                text.append(' ').append(table.text(i, row)).append(table.number(i, row));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /** A job's hold on nothing: carries out a run again, as after a crash. */
    private record AloneRun(UUID run) implements Jobs.Run {
        @Override
        public UUID id() {
            return run;
        }

        @Override
        public String input() {
            return "{\"run\": \"%s\"}".formatted(run);
        }

        @Override
        public @Nullable String checkpoint() {
            return null;
        }

        @Override
        public void step(
                long done,
                @Nullable Long total,
                Map<String, Long> counts,
                @Nullable String checkpoint) {}

        @Override
        public void errorFile(String url) {}

        @Override
        public void fail(String problemCode) {}
    }
}
