package io.millrace.models.scores;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audiences.live.Town;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.State;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page of lifetime values: its maps, its dimensions, and by what customers differ. */
class ValuesOfCustomersTest {
    private static final Instant DAY = Town.START.minusSeconds(600);

    @TempDir static Path folder;
    static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop(folder);
        List<Fact> said = new ArrayList<>();
        for (int i = 0; i < shop.customers.size(); i++) {
            said.add(said(i, "city", i % 3 == 0 ? "Bern" : "Basel"));
            said.add(said(i, "planet", "Earth"));
        }
        shop.town.append(said);
        shop.town.get(Timelines.class).catchUp();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static Fact said(int customer, String attribute, String value) {
        return new Fact(
                shop.town.get(Ids.class).next(),
                shop.customers.get(customer).value(),
                Kinds.PROFILE_CHANGED,
                Shop.daysAgo(Shop.DAYS + 10),
                shop.town.clock.instant(),
                "profile",
                0,
                null,
                Map.of("attribute", new Value.Text(attribute), "value", new Value.Text(value)),
                "test",
                false);
    }

    private static JsonNode run(String... covariates) {
        shop.scores()
                .change(
                        new ScoreSettings(
                                39, 0.1, null, null, null, null, null, List.of(covariates)));
        Run run = shop.run("clv", DAY);
        assertThat(run.state()).isEqualTo(State.DONE);
        return Objects.requireNonNull(shop.scores().run(run.id()).orElseThrow().report());
    }

    private static int opened(JsonNode open) {
        return shop.town
                .get("/customers?include=total&" + open.asString() + "&asOf=" + DAY)
                .get("total")
                .asInt();
    }

    @Test
    void eachMarkOfTheMapsAndDimensionsOpensExactlyItsCustomers() {
        run();
        JsonNode page = shop.town.get("/models/clv/page?asOf=" + DAY);

        int inMap = 0;
        for (JsonNode cell : page.get("expected")) {
            inMap += cell.get("customers").asInt();
            if (cell.get("customers").asInt() > 0) {
                assertThat(opened(cell.get("open"))).isEqualTo(cell.get("customers").asInt());
            }
        }
        assertThat(inMap).isEqualTo(Shop.CUSTOMERS);
        assertThat(page.get("dimensions")).hasSize(3);
        JsonNode duration = page.get("dimensions").get(0);
        assertThat(duration.get("known").asInt()).isEqualTo(Shop.CUSTOMERS);
        assertThat(duration.get("mean").asDouble()).isBetween(1.0, 39.0);
        assertThat(opened(duration.get("open"))).isEqualTo(Shop.CUSTOMERS);
        int along = 0;
        for (JsonNode step : duration.get("steps")) {
            assertThat(opened(step.get("open"))).isEqualTo(step.get("customers").asInt());
            along += step.get("customers").asInt();
        }
        assertThat(along).isEqualTo(Shop.CUSTOMERS);
        assertThat(page.get("dimensions").get(1).get("known").asInt()).isZero();
    }

    @Test
    void tellsWhatACovariateDoesAndWhetherItHelps() {
        JsonNode report = run("profile.city");

        JsonNode told = report.get("covariates");
        assertThat(told.get("against").get(0).get("level").asString()).isEqualTo("Basel");
        JsonNode effect = told.get("effects").get(0);
        assertThat(effect.get("value").get("level").asString()).isEqualTo("Bern");
        assertThat(effect.get("buys").get("times").asDouble()).isBetween(0.6, 1.7);
        assertThat(told.get("chance").asDouble()).isBetween(0.0, 1.0);
        JsonNode without = report.get("holdOut").get("without");
        assertThat(without.get("rootMeanSquare").asDouble()).isPositive();
    }

    @Test
    void refusesACovariateByNameAndGoesOnWithoutIt() {
        JsonNode report = run("profile.planet");

        JsonNode told = report.get("covariates");
        assertThat(told.get("refused").get("covariate").asString()).isEqualTo("profile.planet");
        assertThat(told.get("why").asString()).isEqualTo("constant");
        assertThat(told.get("effects")).isEmpty();
        assertThat(report.get("holdOut").get("without").isNull()).isTrue();
    }
}
