package io.millrace.models.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.models.scores.Shop;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** New customers by period, and what becomes of those who came together. */
class GrowingTest {
    private static final Instant DAY = Shop.daysAgo(20);

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
    void countsEveryCustomerAsNewOnceAndOpensExactlyThem() {
        for (String every : new String[] {"week", "month"}) {
            JsonNode page = page(every, DAY);

            int sum = 0;
            for (JsonNode period : page.get("periods")) {
                sum += period.get("customers").asInt();
                assertThat(period.get("total").asInt()).isEqualTo(sum);
            }
            assertThat(sum).isEqualTo(page.get("customers").asInt()).isPositive();
            assertThat(opened(page.get("open"))).isEqualTo(sum);
            for (int i = 0; i < page.get("periods").size(); i += 9) {
                JsonNode period = page.get("periods").get(i);
                assertThat(opened(period.get("open"))).isEqualTo(period.get("customers").asInt());
            }
        }
    }

    @Test
    void fitsEveryFormAndHoldsTheBestAgainstWhatHappened() {
        JsonNode page = page("week", DAY);

        assertThat(page.get("forms").size()).isGreaterThanOrEqualTo(5);
        double before = 0;
        double weights = 0;
        for (JsonNode form : page.get("forms")) {
            assertThat(form.get("behind").asDouble()).isGreaterThanOrEqualTo(before);
            before = form.get("behind").asDouble();
            weights += form.get("weight").asDouble();
        }
        assertThat(weights).isBetween(0.999, 1.001);
        JsonNode outlook = page.get("outlook");
        assertThat(outlook.get("ahead")).hasSize(13);
        for (JsonNode ahead : outlook.get("ahead")) {
            assertThat(ahead.get("expected").asDouble())
                    .isBetween(ahead.get("low").asDouble(), ahead.get("high").asDouble());
        }
        JsonNode held = outlook.get("holdOut");
        assertThat(held.get("inside").asInt()).isBetween(0, held.get("periods").asInt());
        int last = page.get("complete").asInt() - 1;
        assertThat(LocalDate.parse(outlook.get("ahead").get(0).get("from").asString()))
                .isEqualTo(
                        LocalDate.parse(page.get("periods").get(last).get("from").asString())
                                .plusWeeks(1));
    }

    @Test
    void opensExactlyTheCustomersOfEachCellOfTheCohorts() {
        JsonNode cohorts = shop.town.get("/growth/cohorts?asOf=" + DAY);

        int sum = 0;
        for (JsonNode cohort : cohorts.get("months")) {
            sum += cohort.get("customers").asInt();
            assertThat(cohort.get("cells").get(0).get("active").asInt())
                    .isEqualTo(cohort.get("customers").asInt());
            int last = cohort.get("cells").size() - 1;
            for (int after : new int[] {0, last / 2, last}) {
                JsonNode cell = cohort.get("cells").get(after);
                assertThat(opened(cell.get("open"))).isEqualTo(cell.get("active").asInt());
            }
        }
        assertThat(sum)
                .isEqualTo(cohorts.get("customers").asInt())
                .isEqualTo(page("month", DAY).get("customers").asInt());
        JsonNode latest = cohorts.get("months").get(cohorts.get("months").size() - 1);
        assertThat(
                        latest.get("cells")
                                .get(latest.get("cells").size() - 1)
                                .get("partial")
                                .asBoolean())
                .isTrue();
        assertThat(cohorts.get("averages").get(0).asDouble()).isEqualTo(1);
    }

    @Test
    void seesNothingOfWhatCameLater() {
        Instant early = Shop.daysAgo(400);
        JsonNode then = page("month", early);

        JsonNode now = page("month", DAY);

        assertThat(then.get("customers").asInt()).isLessThan(now.get("customers").asInt());
        for (int i = 0; i < then.get("complete").asInt(); i++) {
            assertThat(then.get("periods").get(i).get("customers"))
                    .isEqualTo(now.get("periods").get(i).get("customers"));
        }
    }

    @Test
    void saysThatPeriodsAreTooFewInsteadOfGuessing() {
        JsonNode page = page("month", Shop.daysAgo(560));

        assertThat(page.get("complete").asInt()).isLessThan(page.get("needed").asInt());
        assertThat(page.get("forms")).isEmpty();
        assertThat(page.get("outlook").isNull()).isTrue();
        assertThat(shop.town.get("/growth?asOf=2001-01-01").get("periods")).isEmpty();
        assertThat(shop.town.get("/growth/cohorts?asOf=2001-01-01").get("months")).isEmpty();
    }

    private static JsonNode page(String every, Instant asOf) {
        return shop.town.get("/growth?every=" + every + "&asOf=" + asOf);
    }

    private static int opened(JsonNode open) {
        return shop.town
                .get("/customers?include=total&limit=1&asOf=" + DAY + "&" + open.asString())
                .get("total")
                .asInt();
    }
}
