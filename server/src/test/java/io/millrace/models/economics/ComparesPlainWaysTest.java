package io.millrace.models.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.millrace.models.scores.Scores;
import io.millrace.models.scores.Shop;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The plain ways to a lifetime value beside the model's, over HTTP. */
class ComparesPlainWaysTest {
    private static final Instant DAY = Shop.daysAgo(20);

    /** Before the model has scored anybody. */
    private static final Instant EARLY = Shop.daysAgo(100);

    @TempDir static Path folder;
    static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop(folder);
        Scores scores = shop.town.get(Scores.class);
        UUID run = ((Scores.Started.Queued) scores.start("clv", DAY, "tester")).run();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scores.run(run).orElseThrow().run().finishedAt() != null);
        shop.town.get(Timelines.class).catchUp();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void holdsEveryWayAgainstTheModelOnTheSameCustomers() {
        JsonNode page = page(DAY, "");

        JsonNode model = page.get("model");
        assertThat(opened(model.get("open"), DAY)).isEqualTo(model.get("customers").asInt());
        assertThat(page.get("weeks").asInt()).isEqualTo(39);
        for (int way : new int[] {0, 2}) {
            JsonNode ahead = page.get("ways").get(way).get("ahead");
            int customers = ahead.get("customers").asInt();
            assertThat(opened(ahead.get("open"), DAY)).isEqualTo(customers).isPositive();
            double difference =
                    (ahead.get("total").asDouble() - ahead.get("model").asDouble()) / customers;
            assertThat(ahead.get("difference").asDouble()).isEqualTo(difference, within(0.6));
            assertThat(ahead.get("apart").asDouble())
                    .isGreaterThanOrEqualTo(Math.abs(difference) - 1);
        }
        assertThat(page.get("ways").get(0).get("ahead").get("model").asLong())
                .isEqualTo(model.get("total").asLong());
    }

    @Test
    void sayWhatTheyCanWhereTheModelHasNotRun() {
        JsonNode page = page(EARLY, "");

        assertThat(page.get("model").isNull()).isTrue();
        for (int number : new int[] {0, 2}) {
            JsonNode way = page.get("ways").get(number);
            assertThat(way.get("lacks").isNull()).isTrue();
            assertThat(way.get("value").asLong()).isPositive();
            JsonNode ahead = way.get("ahead");
            assertThat(opened(ahead.get("open"), EARLY))
                    .isEqualTo(ahead.get("customers").asInt())
                    .isPositive();
            assertThat(way.get("ahead").get("difference").isNull()).isTrue();
        }
    }

    @Test
    void namesWhatAYoungBrandLacks() {
        JsonNode page = page(DAY, "");

        assertThat(page.get("ways").get(1).get("lacks").asString()).isEqualTo("second-year");
        assertThat(page.get("ways").get(1).get("value").isNull()).isTrue();
        JsonNode nobody = page(Instant.parse("2001-01-01T00:00:00Z"), "");
        assertThat(nobody.get("customers").asInt()).isZero();
        assertThat(nobody.get("ways").get(2).get("lacks").asString()).isEqualTo("month");
        assertThat(nobody.get("cohorts")).isEmpty();
    }

    @Test
    void opensExactlyTheCustomersOfEachCohortAndMonth() {
        JsonNode page = page(DAY, "");

        JsonNode cohorts = page.get("cohorts");
        assertThat(cohorts).hasSizeGreaterThan(12);
        for (int i = 0; i < cohorts.size(); i += 7) {
            JsonNode cohort = cohorts.get(i);
            assertThat(opened(cohort.get("open"), DAY)).isEqualTo(cohort.get("customers").asInt());
        }
        JsonNode average = page.get("average");
        for (int i = 0; i < average.size(); i += 5) {
            JsonNode point = average.get(i);
            assertThat(point.get("month").asInt()).isEqualTo(i + 1);
            assertThat(opened(point.get("open"), DAY)).isEqualTo(point.get("customers").asInt());
        }
    }

    @Test
    void countsLaterMoneyLessWhereAsked() {
        JsonNode plain = page(DAY, "").get("average");
        JsonNode discounted = page(DAY, "&discounted=true").get("average");

        assertThat(discounted.get(0)).isEqualTo(plain.get(0));
        int last = plain.size() - 1;
        assertThat(discounted.get(last).get("margin").asLong())
                .isLessThan(plain.get(last).get("margin").asLong());
    }

    @Test
    void tellsWhenACustomerHasPaidBackWhatWinningThemCost() {
        long cost = page(EARLY, "").get("average").get(5).get("margin").asLong() / 2;
        set("0.5", cost / 2);
        JsonNode page = page(EARLY, "");
        set("null", null);

        int month = page.get("paidBack").asInt();
        assertThat(month).isBetween(1, 6);
        assertThat(page.get("average").get(month - 1).get("margin").asLong())
                .isGreaterThanOrEqualTo(cost / 2);
        assertThat(page(EARLY, "").get("paidBack").isNull()).isTrue();
    }

    private static void set(String margin, @Nullable Long cost) {
        String settings =
                """
                {"margin": %s, "discountYearly": null, "growthYearly": 0, "years": null,
                 "atOnce": false, "acquisitionCost": %s, "contactCost": null}
                """
                        .formatted(margin, cost);
        shop.town.ask("PUT", "/models/economics/settings", settings);
    }

    private static JsonNode page(Instant asOf, String more) {
        return shop.town.get("/models/economics/ways?asOf=" + asOf + more);
    }

    private static int opened(JsonNode open, Instant asOf) {
        return shop.town
                .get("/customers?include=total&limit=1&asOf=" + asOf + "&" + open.asString())
                .get("total")
                .asInt();
    }
}
