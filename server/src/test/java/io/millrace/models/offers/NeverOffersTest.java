package io.millrace.models.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.models.scores.Scores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is out of stock or withdrawn is offered to nobody. */
class NeverOffersTest {
    @Test
    void leavesOutWhatTheSettingsName(@TempDir Path folder) {
        try (Market market = new Market(folder)) {
            assertThat(market.run("next").state()).isEqualTo(Scores.State.DONE);
            String best = market.page("/models/next/page").at("/products/0/product/key").asString();
            String body =
                    """
                    {"products": ["%s", "gone"], "categories": ["Lamps"]}
                    """
                            .formatted(best.replace("\"", "\\\""));

            assertThat(market.town.ask("PUT", "/models/next/settings", body).status())
                    .isEqualTo(200);
            market.town.clock.pass(Duration.ofMinutes(5));
            assertThat(market.run("next").state()).isEqualTo(Scores.State.DONE);

            JsonNode page = market.page("/models/next/page");
            assertThat(page.at("/run/report/barred").asInt()).isGreaterThanOrEqualTo(4);
            assertThat(page.get("products")).isNotEmpty();
            for (JsonNode product : page.get("products")) {
                assertThat(product.at("/product/key").asString())
                        .isNotEqualTo(best)
                        .doesNotStartWith("lamp");
            }
            assertThat(market.town.get("/models/next/settings").get("categories").get(0).asString())
                    .isEqualTo("Lamps");
            String blank =
                    """
                    {"products": [" "], "categories": []}
                    """;
            assertThat(market.town.ask("PUT", "/models/next/settings", blank).status())
                    .isEqualTo(400);
        }
    }
}
