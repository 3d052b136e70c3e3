package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Audiences as things one keeps: in folders, laid over each other, filled from other lists. */
class ShelvingTest {
    @TempDir static Path folder;
    static Town town;
    static final List<ProfileId> PEOPLE = new ArrayList<>();

    @BeforeAll
    static void open() {
        town = new Town(folder);
        for (int i = 0; i < 6; i++) {
            PEOPLE.add(town.customer("shelf-" + i));
        }
        town.settle();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static UUID list(String name, int... whom) {
        List<String> ids = new ArrayList<>();
        for (int one : whom) {
            ids.add(PEOPLE.get(one).toString());
        }
        return town.list(name, ids.toArray(String[]::new));
    }

    private static JsonNode ask(String method, String path, String body, int status) {
        Town.Answer answer = town.ask(method, path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void countsEveryRegionAndOpensExactlyItsCustomers() {
        UUID one = list("One", 0, 1, 2);
        UUID two = list("Two", 1, 2, 3);
        UUID three = list("Three", 2, 3, 4);

        JsonNode regions =
                town.get(
                                "/audiences/regions?audience=%s&audience=%s&audience=%s"
                                        .formatted(one, two, three))
                        .path("items");

        assertThat(regions.size()).isEqualTo(7);
        int sum = 0;
        for (JsonNode region : regions) {
            int customers = region.path("customers").asInt();
            sum += customers;
            String in = region.path("selection").asString();
            assertThat(town.get("/customers?include=total&in=" + in).path("total").asInt())
                    .isEqualTo(customers);
        }
        assertThat(sum).isEqualTo(5);
        assertThat(town.ask("GET", "/audiences/regions?audience=" + one, "").status())
                .isEqualTo(400);
    }

    @Test
    void keepsAListAsItIsNowAndTakesPeopleAway() {
        UUID source = list("Source", 0, 1, 2, 3);
        JsonNode made =
                ask(
                        "POST",
                        "/audiences",
                        "{\"name\": \"Kept\", \"kind\": \"static\", \"from\": {\"in\":"
                                + " [\"audience:%s\"]}}".formatted(source),
                        201);
        UUID kept = UUID.fromString(made.path("id").asString());
        assertThat(town.members(kept)).hasSize(4);

        ask(
                "POST",
                "/audiences/" + kept + "/customers/remove",
                "{\"customers\": [\"%s\", \"shelf-1\", \"nobody\"]}".formatted(PEOPLE.get(0)),
                200);
        ask("POST", "/audiences/" + kept + "/customers", "{\"from\": {\"q\": \"shelf-5\"}}", 200);

        assertThat(town.members(kept))
                .containsExactlyInAnyOrder(PEOPLE.get(2), PEOPLE.get(3), PEOPLE.get(5));
        assertThat(town.members(source)).hasSize(4);
        assertThat(town.told(kept, PEOPLE.get(0)))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("audience.left");
        ask(
                "POST",
                "/audiences",
                "{\"name\": \"None\", \"kind\": \"static\", \"from\": {\"in\": [\"nothing:1\"]}}",
                400);
        assertThat(town.get("/audiences?q=None").path("items")).isEmpty();
    }

    @Test
    void movesAFolderWithAllThatIsInIt() {
        UUID outer = list("Outer");
        UUID inner = list("Inner");
        UUID other = list("Other");
        ask("PATCH", "/audiences/" + outer, "{\"folder\": \"spring\", \"owner\": \"Lin\"}", 200);
        ask("PATCH", "/audiences/" + inner, "{\"folder\": \"/spring/ mothers \"}", 200);
        ask("PATCH", "/audiences/" + other, "{\"folder\": \"springtime\"}", 200);

        assertThat(names("folder=spring")).containsExactly("Inner", "Outer");
        assertThat(names("owner=Lin")).containsExactly("Outer");
        assertThat(names("folder=spring&state=failed")).isEmpty();
        assertThat(town.get("/audiences/owners").toString()).contains("Lin", "tester");

        JsonNode moved =
                ask(
                        "POST",
                        "/audiences/folders/move",
                        "{\"from\": \"spring\", \"to\": \"2026/spring\"}",
                        200);

        assertThat(moved.path("audiences").asInt()).isEqualTo(2);
        assertThat(town.get("/audiences/folders").path("items").findValuesAsString("path"))
                .containsExactly("2026/spring", "2026/spring/mothers", "springtime");
        ask("POST", "/audiences/folders/move", "{\"from\": \"2026/spring\"}", 200);
        assertThat(town.get("/audiences/folders").path("items").findValuesAsString("path"))
                .containsExactly("mothers", "springtime");
    }

    private static List<String> names(String query) {
        return town.get("/audiences?" + query).path("items").findValuesAsString("name");
    }
}
