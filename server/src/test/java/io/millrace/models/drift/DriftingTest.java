package io.millrace.models.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.models.scores.Shop;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Bounds move, customers move, and the two are told apart. */
class DriftingTest {
    private static final Instant DAY = Shop.daysAgo(20);
    private static final LocalDate SINCE = Shop.daysAgo(120).atZone(ZoneOffset.UTC).toLocalDate();
    private static final String OWN =
            """
            {"scoring": "thresholds", "r": [14, 30, 90, 180], "f": [2, 4, 8, 16],
             "m": [10000, 50000, 100000, 500000], "weights": {"r": 1, "f": 1, "m": 1},
             "types": {"mode": "mean"}, "monetary": "total"}
            """;

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

    @AfterEach
    void quintilesAgain() {
        shop.town.ask("PUT", "/rfm/settings", "{\"scoring\": \"quintile\"}");
    }

    @Test
    void saysOfEachMonthWhatThePageOfThatDaySays() {
        JsonNode drift = shop.town.get("/rfm/drift?asOf=" + DAY);

        assertThat(drift.get("months")).hasSize(13);
        for (int i : new int[] {3, 8, 12}) {
            JsonNode month = drift.get("months").get(i);
            JsonNode page = shop.town.get("/rfm?asOf=" + month.get("asOf").asString());
            assertThat(month.get("customers")).isEqualTo(page.get("customers"));
            int sum = 0;
            for (JsonNode segment : month.get("segments")) {
                sum += segment.get("customers").asInt();
                assertThat(opened(segment.get("open"), month.get("asOf").asString()))
                        .isEqualTo(segment.get("customers").asInt());
            }
            assertThat(sum).isEqualTo(page.get("customers").asInt());
            for (int bound = 0; bound < 4; bound++) {
                JsonNode told = month.get("monetary").get(bound);
                if (!told.isNull()) {
                    assertThat(told.asLong())
                            .isEqualTo(page.get("thresholds").get("m").get(bound).asLong());
                }
            }
        }
        assertThat(drift.get("months").get(12).get("monetary"))
                .isNotEqualTo(drift.get("months").get(5).get("monetary"));
    }

    @Test
    void opensExactlyWhoMovedByThemselvesAndWhomTheBoundMoved() {
        JsonNode moves = shop.town.get("/rfm/moves?since=" + SINCE + "&asOf=" + DAY);

        int byBound = 0;
        for (JsonNode score : moves.get("scores")) {
            int sum = 0;
            for (String way :
                    new String[] {"upItself", "upBound", "same", "downItself", "downBound"}) {
                JsonNode count = score.get(way);
                sum += count.get("customers").asInt();
                assertThat(opened(count.get("open"), DAY.toString()))
                        .as(score.get("score").asString() + " " + way)
                        .isEqualTo(count.get("customers").asInt());
            }
            byBound +=
                    score.get("upBound").get("customers").asInt()
                            + score.get("downBound").get("customers").asInt();
            assertThat(sum).isEqualTo(moves.get("customers").asInt()).isPositive();
        }
        assertThat(byBound).isPositive();
        // Nobody spends or orders less than before, so only the bound can lower these.
        for (int score : new int[] {1, 2}) {
            assertThat(moves.get("scores").get(score).get("downItself").get("customers").asInt())
                    .isZero();
        }
        assertThat(moves.get("ways")).isNotEmpty();
        for (JsonNode way : moves.get("ways")) {
            for (String count : new String[] {"all", "bound"}) {
                assertThat(opened(way.get(count).get("open"), DAY.toString()))
                        .isEqualTo(way.get(count).get("customers").asInt());
            }
        }
    }

    @Test
    void findsNoMovedBoundWhereBoundsAreFixed() {
        shop.town.ask("PUT", "/rfm/settings", OWN);

        JsonNode moves = shop.town.get("/rfm/moves?since=" + SINCE + "&asOf=" + DAY);

        for (JsonNode score : moves.get("scores")) {
            assertThat(score.get("upBound").get("customers").asInt()).isZero();
            assertThat(score.get("downBound").get("customers").asInt()).isZero();
        }
        assertThat(moves.get("scores").get(0).get("downItself").get("customers").asInt())
                .isPositive();
    }

    @Test
    void findsNothingMovedWithinNoTime() {
        JsonNode moves =
                shop.town.get("/rfm/moves?since=" + SINCE + "&asOf=" + SINCE + "T00:00:00Z");

        for (JsonNode score : moves.get("scores")) {
            assertThat(score.get("same").get("customers")).isEqualTo(moves.get("customers"));
        }
        assertThat(moves.get("ways")).isEmpty();
    }

    private static int opened(JsonNode open, String asOf) {
        return shop.town
                .get("/customers?include=total&limit=1&asOf=" + asOf + "&" + open.asString())
                .get("total")
                .asInt();
    }
}
