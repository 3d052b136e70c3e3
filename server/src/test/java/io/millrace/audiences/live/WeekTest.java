package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProfileId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who came and went this week is one number, wherever it is shown. */
class WeekTest {
    private static final String MOVED =
            """
            {"type": "facts", "facts": {"kinds": ["audience.%s"], "where": [
               {"property": {"type": "attribute", "name": "audience"},
                "test": {"type": "equals", "value": "%s"}}]},
             "window": {"type": "calendar", "unit": "day", "first": -6},
             "test": {"type": "compares", "comparison": "at-least", "number": 1}}
            """;

    @TempDir static Path folder;
    static Town town;

    @BeforeAll
    static void open() {
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static int listed(String verb, UUID audience) {
        String condition =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MOVED.formatted(verb, audience).getBytes(StandardCharsets.UTF_8));
        return town.get("/customers?include=total&in=condition:" + condition).path("total").asInt();
    }

    private static JsonNode onTheList(UUID audience) {
        for (JsonNode item : town.get("/audiences").path("items")) {
            if (item.path("id").asString().equals(audience.toString())) {
                return item;
            }
        }
        throw new AssertionError("not on the list: " + audience);
    }

    @Test
    void countsPeopleAndNotTimesOnTheListThePageAndTheCustomers() {
        ProfileId often = town.customer("w-1");
        town.customer("w-2");
        UUID list = town.list("Busy");
        for (int i = 0; i < 3; i++) {
            town.ask(
                    "POST",
                    "/audiences/" + list + "/customers",
                    "{\"customers\": [\"w-1\", \"w-2\"]}");
            town.clock.pass(Duration.ofHours(1));
            town.ask(
                    "POST",
                    "/audiences/" + list + "/customers/remove",
                    "{\"customers\": [\"%s\"]}".formatted(often));
            town.clock.pass(Duration.ofHours(1));
        }
        town.settle();

        assertThat(listed("entered", list)).isEqualTo(2);
        assertThat(listed("left", list)).isEqualTo(1);
        for (JsonNode shown : new JsonNode[] {onTheList(list), town.get("/audiences/" + list)}) {
            assertThat(shown.path("enteredWeek").asInt()).isEqualTo(2);
            assertThat(shown.path("leftWeek").asInt()).isEqualTo(1);
        }

        town.clock.pass(Duration.ofDays(7));
        assertThat(onTheList(list).path("enteredWeek").asInt()).isZero();
        assertThat(listed("entered", list)).isZero();
    }

    @Test
    void evaluatesALiveAudienceAgainWhenAsked() {
        town.customer("w-3");
        UUID audience =
                town.audience("Again", "{\"type\": \"identity\", \"identity\": \"external\"}");

        Town.Answer again = town.ask("POST", "/audiences/" + audience + "/evaluate", "");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().path("job").asString()).isNotEmpty();
        town.live(audience);
        assertThat(town.get("/audiences/" + audience).path("lastError").isNull()).isTrue();
    }
}
