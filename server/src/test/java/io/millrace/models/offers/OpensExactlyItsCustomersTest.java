package io.millrace.models.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.models.scores.Scores;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Next offers, repurchases, sequences, price tiers and bundles: each number names its customers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpensExactlyItsCustomersTest {
    private Market market;
    private Scores.Run run;
    private Scores.Run replenishment;

    @BeforeAll
    void open(@TempDir Path folder) {
        market = new Market(folder);
        run = market.run("next");
        replenishment = market.run("replenishment");
    }

    @AfterAll
    void close() {
        market.close();
    }

    @Test
    void saysHowGoodItsOffersAreBesidePopularityAndChance() {
        assertThat(run.state()).isEqualTo(Scores.State.DONE);
        JsonNode report = market.page("/models/next/page").at("/run/report");
        assertThat(report.get("tested").asInt()).isGreaterThan(50);
        assertThat(report.get("qualities")).hasSize(5);
        assertThat(report.at("/qualities/0/method").asString()).isEqualTo("popular");
        assertThat(report.at("/chance/reciprocalRank").asDouble()).isBetween(0.0, 1.0);
        assertThat(report.get("method").asString()).isNotEqualTo("popular");
    }

    @Test
    void opensWhomAProductIsOffered() {
        JsonNode page = market.page("/models/next/page");
        assertThat(page.get("customers").asInt()).isEqualTo(run.customers()).isPositive();
        market.opens(page.get("customers").asInt(), page.get("open"));
        int first = 0;
        for (JsonNode product : page.get("products")) {
            first += product.get("first").asInt();
            market.opens(product.get("first").asInt(), product.get("openFirst"));
            market.opens(product.get("any").asInt(), product.get("openAny"));
            if (!product.get("because").isNull()) {
                market.opens(product.get("becauseCustomers").asInt(), product.get("openBecause"));
            }
            assertThat(product.at("/product/name").asString())
                    .isEqualTo("The " + product.at("/product/key").asString());
        }
        assertThat(first).isEqualTo(page.get("customers").asInt());
        for (JsonNode category : page.get("categories")) {
            market.opens(category.get("customers").asInt(), category.get("open"));
        }
    }

    @Test
    void tellsACustomersOffersByTheirNames() {
        JsonNode page = market.page("/models/next/page");
        JsonNode product = page.at("/products/0");
        String customer = market.names(product.get("openFirst")).iterator().next();

        JsonNode standing = market.page("/customers/" + customer + "/scores").at("/items/0");

        assertThat(standing.get("model").asString()).isEqualTo("next");
        assertThat(standing.at("/points/0/figures/0/text").asString())
                .isEqualTo(product.at("/product/key").asString());
        assertThat(standing.at("/figures/0/values").toString())
                .contains(product.at("/product/name").asString().replace("\"", "\\\""));
    }

    @Test
    void opensWhosePurchaseRunsOut() {
        JsonNode page = market.page("/baskets/repurchase");
        market.opens(page.get("due").asInt(), page.get("openDue"));
        market.opens(page.get("overdue").asInt(), page.get("openOverdue"));
        assertThat(page.get("due").asInt()).isPositive();
        assertThat(page.get("overdue").asInt()).isPositive();
        int replenished = 0;
        for (JsonNode row : page.get("rows")) {
            replenished += row.get("replenishes").asBoolean() ? 1 : 0;
            market.opens(row.get("buyers").asInt(), row.get("openBuyers"));
            market.opens(row.get("again").asInt(), row.get("openAgain"));
            market.opens(row.get("due").asInt(), row.get("openDue"));
            market.opens(row.get("overdue").asInt(), row.get("openOverdue"));
        }
        assertThat(page.get("replenished").asInt()).isEqualTo(replenished).isPositive();
        JsonNode beans = page.at("/rows/0");
        assertThat(beans.get("category").asString()).isEqualTo("Coffee");
        assertThat(beans.get("perUnit").asBoolean()).isTrue();
        assertThat(beans.get("median").asDouble()).isBetween(38.0, 55.0);
        JsonNode coffee = market.page("/baskets/repurchase?by=category").at("/rows/0");
        assertThat(coffee.at("/item/key").asString()).isEqualTo("Coffee");
        market.opens(coffee.get("due").asInt(), coffee.get("openDue"));
    }

    @Test
    void scoresTheMostPressingPurchase() {
        assertThat(replenishment.state()).isEqualTo(Scores.State.DONE);
        JsonNode page = market.page("/baskets/repurchase");
        int open = 0;
        JsonNode report = market.town.get("/models/runs/" + replenishment.id()).get("report");
        for (String state : List.of("due", "overdue", "later", "lapsed")) {
            open += report.get(state).asInt();
        }
        assertThat(open).isEqualTo(replenishment.customers());
        // Who has something due but something else overdue is more pressed by the latter.
        assertThat(report.get("due").asInt()).isLessThanOrEqualTo(page.get("due").asInt());
        assertThat(report.get("overdue").asInt()).isEqualTo(page.get("overdue").asInt());
    }

    @Test
    void opensWhoFollowedAndWhoHasNotYet() {
        JsonNode page = market.page("/baskets/sequences?days=45&least=5&confidence=0.3");
        assertThat(page.get("rows")).isNotEmpty();
        boolean pressThenMill = false;
        for (JsonNode row : page.get("rows")) {
            market.opens(row.get("began").asInt(), row.get("openBegan"));
            market.opens(row.get("followed").asInt(), row.get("openFollowed"));
            market.opens(row.get("waiting").asInt(), row.get("openWaiting"));
            pressThenMill |=
                    row.at("/first/key").asString().equals("press")
                            && row.at("/then/key").asString().equals("mill");
        }
        assertThat(pressThenMill).isTrue();
        assertThat(market.town.ask("GET", "/baskets/sequences?days=0", "").status()).isEqualTo(400);
    }

    @Test
    void opensWhoMovedBetweenPriceTiers() {
        JsonNode ladders = market.page("/baskets/ladders").get("ladders");
        assertThat(ladders).hasSize(2);
        for (JsonNode ladder : ladders) {
            int customers = 0;
            for (JsonNode count : ladder.get("once")) {
                customers += count.get("customers").asInt();
                market.opens(count.get("customers").asInt(), count.get("open"));
            }
            for (JsonNode row : ladder.get("moves")) {
                for (JsonNode count : row) {
                    customers += count.get("customers").asInt();
                    market.opens(count.get("customers").asInt(), count.get("open"));
                }
            }
            assertThat(customers).isEqualTo(ladder.get("customers").asInt());
        }
        assertThat(ladders.get(0).get("risen").asDouble())
                .isGreaterThan(ladders.get(0).get("fallen").asDouble());
    }

    @Test
    void opensWhoHasABundleAndWhoLacksOneOfIt() {
        JsonNode page = market.page("/baskets/bundles?support=0.001");
        for (JsonNode row : page.get("rows")) {
            market.opens(row.get("all").asInt(), row.get("openAll"));
            market.opens(row.get("missing").asInt(), row.get("openMissing"));
            assertThat(row.get("margin").asLong()).isEqualTo(row.get("singles").asLong() / 2);
        }
        assertThat(page.get("visits").asInt()).isPositive();
        assertThat(page.get("rows")).isNotEmpty();
    }
}
