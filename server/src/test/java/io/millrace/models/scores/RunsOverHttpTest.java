package io.millrace.models.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.audiences.live.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs of models as the console or a program starts, schedules, stops and takes them back. */
class RunsOverHttpTest {
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

    private static JsonNode done(String method, String path, String body, int status) {
        Town.Answer answer = shop.town.ask(method, path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.body();
    }

    private static JsonNode card(String model) {
        for (JsonNode card : shop.town.get("/models").path("items")) {
            if (card.path("model").asString().equals(model)) {
                return card;
            }
        }
        throw new AssertionError("no model " + model);
    }

    private static List<JsonNode> runs(String model) {
        List<JsonNode> runs = new ArrayList<>();
        shop.town.get("/models/" + model + "/runs").path("items").forEach(runs::add);
        return runs;
    }

    private static void settled(String model) {
        await().atMost(Duration.ofSeconds(60)).until(() -> card(model).path("running").isNull());
    }

    private static JsonNode ran(String model) {
        JsonNode queued = done("POST", "/models/" + model + "/runs", "{}", 202);
        settled(model);
        return shop.town.get("/models/runs/" + queued.path("run").asString()).path("run");
    }

    @Test
    void startsAScheduledRunOnceHoweverLongTheProductWasDown() {
        settled("rfm");
        done("PUT", "/models/rfm/schedule", "{\"every\": \"day\", \"at\": \"03:30\"}", 200);
        Instant due = Instant.parse(card("rfm").path("schedule").path("due").asString());
        assertThat(due).isAfter(shop.town.clock.instant());
        int before = runs("rfm").size();

        shop.town.get(Scheduling.class).look();
        assertThat(runs("rfm")).hasSize(before);
        shop.town.downFor(Duration.ofDays(3));
        shop.town.get(Scheduling.class).look();
        shop.town.get(Scheduling.class).look();
        settled("rfm");

        assertThat(runs("rfm")).hasSize(before + 1);
        assertThat(runs("rfm").getFirst().path("by").asString()).isEqualTo("schedule");
        assertThat(Instant.parse(card("rfm").path("schedule").path("due").asString()))
                .isAfter(shop.town.clock.instant());
        done("DELETE", "/models/rfm/schedule", "", 200);
        assertThat(card("rfm").path("schedule").isNull()).isTrue();
    }

    @Test
    void refusesAScheduleThatNamesNoTime() {
        JsonNode refused =
                done("PUT", "/models/rfm/schedule", "{\"every\": \"week\", \"at\": \"3\"}", 400);

        assertThat(refused.path("errors").get(0).path("code").asString())
                .isEqualTo("models.schedule-unusable");
    }

    @Test
    void takesTheLatestRunBackAndNoOther() {
        JsonNode first = ran("clv");
        shop.town.clock.pass(Duration.ofMinutes(5));
        JsonNode second = ran("clv");

        done("POST", "/models/runs/" + first.path("id").asString() + "/undo", "", 409);
        done("POST", "/models/runs/" + second.path("id").asString() + "/undo", "", 202);
        settled("clv");

        JsonNode undone = shop.town.get("/models/runs/" + second.path("id").asString()).path("run");
        assertThat(undone.path("undone").asBoolean()).isTrue();
        assertThat(card("clv").path("latest").path("undoes").asString())
                .isEqualTo(second.path("id").asString());
    }

    /** A run may be faster than whoever stops it, so it is tried until one was stopped. */
    @Test
    void leavesNoScoreOfARunThatWasStoppedWhileItWaited() {
        List<UUID> stopped = new ArrayList<>();
        for (int attempt = 0; attempt < 20 && stopped.isEmpty(); attempt++) {
            shop.town.clock.pass(Duration.ofMinutes(1));
            done("POST", "/models/clv/runs", "{}", 202);
            JsonNode waiting = done("POST", "/models/churn/runs", "{}", 202);
            shop.town.ask("POST", "/jobs/" + waiting.path("job").asString() + "/cancel", "");
            settled("clv");
            settled("churn");
            UUID run = UUID.fromString(waiting.path("run").asString());
            String state =
                    shop.town.get("/models/runs/" + run).path("run").path("state").asString();
            if (state.equals("cancelled")) {
                stopped.add(run);
            }
        }

        assertThat(stopped).hasSize(1);
        assertThat(shop.facts(stopped.getFirst())).isZero();
    }

    @Test
    void listsCustomersByWhatTheModelsSay() {
        ran("clv");
        ran("churn");

        assertThat(figures("-clv", "clv", "clv")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(figures("risk", "churn", "risk")).isSorted();
    }

    /** The first page's, as the customers' own pages tell them. */
    private static List<Double> figures(String sort, String model, String figure) {
        List<Double> figures = new ArrayList<>();
        for (JsonNode customer : shop.town.get("/customers?limit=20&sort=" + sort).path("items")) {
            String id = customer.path("id").asString();
            for (JsonNode standing : shop.town.get("/customers/" + id + "/scores").path("items")) {
                if (standing.path("model").asString().equals(model)) {
                    standing.path("points")
                            .get(0)
                            .path("figures")
                            .forEach(reading -> {
                                if (reading.path("figure").asString().equals(figure)) {
                                    figures.add(reading.path("number").asDouble());
                                }
                            });
                }
            }
        }
        assertThat(figures).hasSize(20);
        return figures;
    }
}
