package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How large an audience would have been on past days. */
class BacktestingTest {
    private static final String TWICE_LATELY =
            """
            {"type": "facts", "facts": {"kinds": ["order.completed"]},
             "window": {"type": "last", "length": {"amount": %d, "unit": "day"}},
             "test": {"type": "compares", "comparison": "at-least", "number": %d}}
            """;

    @TempDir static Path folder;
    static Town town;
    static final Random RANDOM = new Random(7);

    @BeforeAll
    static void open() {
        town = new Town(folder);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ProfileId customer = town.customer("b-" + i);
            for (int order = 0; order < 12; order++) {
                Duration ago = Duration.ofMinutes(RANDOM.nextInt(700 * 24 * 60));
                facts.add(
                        town.fact(
                                customer, Kinds.ORDER_COMPLETED, town.clock.instant().minus(ago)));
            }
        }
        town.append(facts);
        town.settle();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static JsonNode done(UUID audience, String address, int points) {
        Town.Answer begun =
                town.ask(
                        "POST",
                        "/audiences/" + audience + "/backtests" + address,
                        "{\"points\": %d}".formatted(points));
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        String job = "/jobs/" + begun.body().path("job").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> town.get(job).path("state").asString().equals("done"));
        return town.get("/audiences/" + audience + "/backtests").path("items").get(0);
    }

    @Test
    void isTheSameAsAskingEachDayByItself() {
        for (int days : List.of(7, 30, 90)) {
            for (int number : List.of(1, 2)) {
                String condition = TWICE_LATELY.formatted(days, number);
                UUID audience = town.audience("Lately " + days + "/" + number, condition);

                JsonNode curve = done(audience, "", 731).path("curve");

                assertThat(curve.size()).isEqualTo(731);
                for (int i = 0; i < 12; i++) {
                    JsonNode point = curve.get(RANDOM.nextInt(731));
                    Town.Answer single =
                            town.ask(
                                    "POST",
                                    "/audiences/preview",
                                    "{\"condition\": %s, \"asOf\": \"%s\"}"
                                            .formatted(condition, point.path("asOf").asString()));
                    assertThat(point.path("size").asInt())
                            .as("%s of %s", point, condition)
                            .isEqualTo(single.body().path("count").asInt());
                }
            }
        }
    }

    @Test
    void opensWhoeverWasCounted() {
        UUID audience = town.audience("Opened", TWICE_LATELY.formatted(60, 2));
        JsonNode backtest = done(audience, "", Backtests.WEEKLY);
        JsonNode largest = backtest.path("curve").get(0);
        for (JsonNode point : backtest.path("curve")) {
            largest = point.path("size").asInt() > largest.path("size").asInt() ? point : largest;
        }
        JsonNode preview =
                town.ask(
                                "POST",
                                "/audiences/preview",
                                "{\"condition\": %s}".formatted(backtest.path("condition")))
                        .body();

        JsonNode list =
                town.get(
                        "/customers?include=total&asOf="
                                + largest.path("asOf").asString()
                                + "&"
                                + preview.path("open").asString());

        assertThat(largest.path("size").asInt()).isPositive();
        assertThat(list.path("total").asInt()).isEqualTo(largest.path("size").asInt());
    }

    @Test
    void isKeptWithTheVersionThatWasAsked() {
        UUID audience = town.audience("Kept", TWICE_LATELY.formatted(30, 1));
        Instant to = town.clock.instant().minus(Duration.ofDays(10));

        JsonNode backtest =
                done(audience, "?from=" + to.minus(Duration.ofDays(70)) + "&to=" + to, 11);

        assertThat(backtest.path("version").asInt()).isEqualTo(1);
        assertThat(backtest.path("curve").size()).isEqualTo(11);
        assertThat(backtest.path("curve").get(10).path("asOf").asString()).isEqualTo(to.toString());
        assertThat(backtest.path("condition").path("type").asString()).isEqualTo("facts");
    }

    @Test
    void refusesWhatHasNoCurve() {
        UUID audience = town.audience("Refused", TWICE_LATELY.formatted(30, 1));
        UUID list = town.list("No condition", "b-1");
        String path = "/audiences/%s/backtests";

        assertThat(town.ask("POST", path.formatted(audience), "{\"points\": 732}").status())
                .isEqualTo(400);
        assertThat(
                        town.ask(
                                        "POST",
                                        path.formatted(audience) + "?from=2026-01-02&to=2026-01-01",
                                        "{\"points\": 5}")
                                .status())
                .isEqualTo(400);
        assertThat(town.ask("POST", path.formatted(list), "").status()).isEqualTo(409);
        assertThat(town.ask("POST", path.formatted(UUID.randomUUID()), "").status()).isEqualTo(404);
    }
}
