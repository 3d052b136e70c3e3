package io.millrace.models.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.models.Street;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Retention, profit by tenure and the worth of loyalty, over HTTP. */
class WeighsLoyaltyTest {
    private static final String PAGE = "/models/economics/page?asOf=" + Street.daysAgo(0);
    private static final String NOTHING_SET =
            """
            {"margin": null, "discountYearly": null, "growthYearly": 0, "years": null,
             "atOnce": false, "acquisitionCost": null, "contactCost": null}
            """;

    @TempDir static Path folder;
    static Street street;

    @BeforeAll
    static void tellTheStory() {
        street = new Street(folder);
        // ann buys in her first, second and fourth year; bob once; cat in two years; dan is new.
        buys("ann", 1_500, 10_000);
        buys("ann", 1_100, 12_000);
        buys("ann", 1_050, 8_000);
        buys("ann", 300, 20_000);
        buys("bob", 1_490, 6_000);
        buys("cat", 800, 5_000);
        buys("cat", 400, 7_000);
        buys("dan", 100, 3_000);
        street.refers("ann", "cat", 801);
        street.tell("bob", Kinds.SERVICE_CONTACT, 1_480, null, 0, Map.of());
        street.person("eve");
        street.settle();
    }

    private static void buys(String who, double daysAgo, long amount) {
        street.order(who, daysAgo, amount);
        Map<String, Value> line =
                Map.of("sku", new Value.Text("A"), "quantity", new Value.Whole(amount / 1_000));
        street.tell(who, Kinds.ORDER_ITEM, daysAgo, "line of " + who, amount, line);
    }

    @AfterEach
    void forget() {
        street.town.ask("PUT", "/models/economics/settings", NOTHING_SET);
    }

    @AfterAll
    static void close() {
        street.close();
    }

    @Test
    void opensExactlyThoseWhoStayedAndThoseWhoLeft() {
        JsonNode page = street.town.get(PAGE);

        JsonNode first = page.get("steps").get(0);
        assertThat(first.get("period").asInt()).isEqualTo(1);
        assertThat(street.behind(first.get("open").asString()))
                .isEqualTo(street.people("ann", "bob", "cat"));
        assertThat(street.behind(first.get("openKept").asString()))
                .isEqualTo(street.people("ann", "cat"));
        assertThat(street.behind(first.get("openLeft").asString())).isEqualTo(street.people("bob"));
        assertThat(first.get("kept").get("share").asDouble()).isEqualTo(2.0 / 3, within(1e-12));
        JsonNode second = page.get("steps").get(1);
        // Cat's third year is not over: nobody knows yet whether she comes back.
        assertThat(street.behind(second.get("open").asString())).isEqualTo(street.people("ann"));
        assertThat(street.behind(second.get("openLeft").asString()))
                .isEqualTo(street.people("ann"));
        assertThat(page.get("overall").get("of").asInt()).isEqualTo(4);
        assertThat(page.get("overall").get("kept").asInt()).isEqualTo(2);
        assertThat(street.behind(page.get("open").asString()))
                .hasSize(page.get("customers").asInt())
                .doesNotContain(street.person("eve"));
    }

    @Test
    void countsAsManyAsItsListsName() {
        for (String every : new String[] {"year", "half", "quarter"}) {
            JsonNode page = street.town.get(PAGE + "&every=" + every);
            for (JsonNode step : page.get("steps")) {
                JsonNode kept = step.get("kept");
                int of = kept.get("of").asInt();
                assertThat(street.behind(step.get("open").asString())).hasSize(of);
                assertThat(street.behind(step.get("openKept").asString()))
                        .hasSize(kept.get("kept").asInt());
                assertThat(street.behind(step.get("openLeft").asString()))
                        .hasSize(of - kept.get("kept").asInt());
            }
            for (JsonNode period : page.get("periods")) {
                assertThat(street.behind(period.get("open").asString()))
                        .hasSize(period.get("customers").asInt());
                assertThat(street.behind(period.get("openReached").asString()))
                        .hasSize(period.get("reached").asInt());
            }
            JsonNode worth = page.get("worth");
            assertThat(street.behind(worth.get("open").asString()))
                    .hasSize(worth.get("customers").asInt());
            assertThat(street.behind(worth.get("openFresh").asString()))
                    .hasSize(worth.get("fresh").asInt());
        }
    }

    @Test
    void callsRevenueRevenueAndNamesWhatIsLacking() {
        JsonNode page = street.town.get(PAGE);

        assertThat(page.get("rates").get("marginFrom").asString()).isEqualTo("revenue");
        assertThat(lacking(page))
                .containsEntry("margin", "margin")
                .containsEntry("acquisition", "margin")
                .containsEntry("cost-saving", "margin")
                .doesNotContainKey("referral")
                .doesNotContainKey("price-premium");
        for (JsonNode period : page.get("periods")) {
            assertThat(parts(period)).doesNotContainKeys("acquisition", "cost-saving");
        }
    }

    @Test
    void takesProfitApartWithoutARest() {
        set(0.4, 2_500L, 900L);
        JsonNode page = street.town.get(PAGE);

        assertThat(page.get("lacking")).isEmpty();
        assertThat(page.get("periods").get(0).get("profit").asLong()).isEqualTo(-2_500);
        for (JsonNode period : page.get("periods")) {
            assertThat(parts(period).values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(period.get("profit").asLong());
        }
        // Ann alone: 20,000 in her second year after 10,000 in the first; cat 7,000 after 5,000.
        JsonNode second = period(page, 2);
        assertThat(second.get("customers").asInt()).isEqualTo(2);
        assertThat(second.get("revenue").asLong()).isEqualTo(13_500);
        assertThat(parts(second))
                .containsEntry("base", 3_000L)
                .containsEntry("price-premium", 0L)
                .containsEntry("cost-saving", 0L);
        long more = parts(second).getOrDefault("frequency", 0L);
        assertThat(more + parts(second).getOrDefault("order-value", 0L)).isEqualTo(2_400);
        assertThat(parts(period(page, 4))).containsEntry("base", 4_000L);
        // Bob called once in his first year, in which three customers bought.
        assertThat(parts(period(page, 1))).containsEntry("base", 2_500L);
    }

    private static JsonNode period(JsonNode page, int number) {
        for (JsonNode period : page.get("periods")) {
            if (period.get("period").asInt() == number) {
                return period;
            }
        }
        throw new AssertionError("no period " + number);
    }

    @Test
    void countsWhomACustomerBroughtInTheCustomersOwnYear() {
        set(0.4, 0L, 0L);
        JsonNode page = street.town.get(PAGE);

        // Cat's orders fall into the second and the fourth year of ann, who brought her.
        assertThat(parts(period(page, 1))).containsEntry("referral", 0L);
        assertThat(parts(period(page, 2))).containsEntry("referral", 1_000L);
        assertThat(parts(period(page, 4))).containsEntry("referral", 2_800L);
    }

    @Test
    void weighsWhatIsStillToComeByTheFormula() {
        set(0.4, 2_500L, 900L);
        JsonNode worth = street.town.get(PAGE).get("worth");

        double r = worth.get("retention").asDouble();
        assertThat(worth.get("discount").asDouble()).isEqualTo(0.10, within(1e-12));
        assertThat(worth.get("multiple").asDouble()).isEqualTo(r / (1.10 - r), within(1e-12));
        long value = Math.round(worth.get("margin").asDouble() * r / (1.10 - r));
        assertThat(worth.get("value").asLong()).isEqualTo(value);
        assertThat(worth.get("changes")).hasSize(4);
        JsonNode best = worth.get("changes").get(0);
        assertThat(best.get("lever").asString()).isIn("retention", "discount");
        for (JsonNode lever : worth.get("changes")) {
            if ("retention".equals(lever.get("lever").asString())) {
                assertThat(lever.get("elasticity").asDouble())
                        .isEqualTo(1.10 / (1.10 - r), within(1e-12));
            }
        }
        boolean now = false;
        for (JsonNode point : worth.get("curve")) {
            if (point.get("points").asInt() == 0) {
                now = true;
                assertThat(point.get("value").asLong()).isEqualTo(value);
                assertThat(point.get("total").asLong()).isEqualTo(worth.get("total").asLong());
            }
        }
        assertThat(now).isTrue();
    }

    @Test
    void looksAtShorterPeriodsWhereYearsTellNothingYet() {
        Instant young = Street.daysAgo(1_000);

        assertThat(street.town.get("/models/economics/page?asOf=" + young).get("every").asString())
                .isEqualTo("half");
        assertThat(street.town.get(PAGE).get("every").asString()).isEqualTo("year");
    }

    @Test
    void multipliesOrderFrequencyAndLifetimeWithoutAModel() {
        set(0.4, 0L, 0L);
        JsonNode page = street.town.get("/models/economics/ways?asOf=" + Street.daysAgo(0));

        JsonNode way = page.get("ways").get(1);
        JsonNode formula = way.get("formula");
        double years = 1 / (1 - formula.get("retention").asDouble());
        assertThat(formula.get("years").asDouble()).isEqualTo(years, within(1e-12));
        double value = formula.get("averageOrder").asDouble();
        value *= formula.get("ordersYearly").asDouble() * years * 0.4;
        assertThat(way.get("value").asDouble()).isEqualTo(value, within(1 + value * 1e-3));
        JsonNode ahead = way.get("ahead");
        assertThat(street.behind(ahead.get("open").asString()))
                .hasSize(ahead.get("customers").asInt());
    }

    @Test
    void refusesRatesThatAreNone() {
        String wrong =
                """
                {"margin": 2, "discountYearly": -1, "growthYearly": 3, "years": 0,
                 "atOnce": false, "acquisitionCost": -1, "contactCost": -1}
                """;
        var refused = street.town.ask("PUT", "/models/economics/settings", wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors")).hasSize(6);
        assertThat(street.town.ask("GET", "/models/economics/page?every=day", "").status())
                .isEqualTo(400);
    }

    @Test
    void sawNothingThenOfWhatCameLater() {
        Instant then = Street.daysAgo(700);
        JsonNode before = street.town.get("/models/economics/page?asOf=" + then);
        street.order("gus", 500, 9_000);
        street.settle();

        JsonNode after = street.town.get("/models/economics/page?asOf=" + then);

        assertThat(after).isEqualTo(before);
        assertThat(before.get("steps")).isNotEmpty();
        assertThat(street.town.get("/models/economics/page?asOf=2001-01-01").get("worth").isNull())
                .isTrue();
    }

    private static void set(double margin, long acquisition, long contact) {
        String settings =
                """
                {"margin": %s, "discountYearly": null, "growthYearly": 0, "years": null,
                 "atOnce": false, "acquisitionCost": %d, "contactCost": %d}
                """
                        .formatted(margin, acquisition, contact);
        assertThat(street.town.ask("PUT", "/models/economics/settings", settings).status())
                .isEqualTo(200);
    }

    private static Map<String, String> lacking(JsonNode page) {
        Map<String, String> lacking = new HashMap<>();
        page.get("lacking")
                .forEach(one ->
                        lacking.put(one.get("part").asString(), one.get("needs").asString()));
        return lacking;
    }

    private static Map<String, Long> parts(JsonNode period) {
        Map<String, Long> parts = new HashMap<>();
        period.get("parts")
                .forEach(one -> parts.put(one.get("part").asString(), one.get("amount").asLong()));
        return parts;
    }
}
