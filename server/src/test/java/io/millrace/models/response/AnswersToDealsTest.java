package io.millrace.models.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.models.Street;
import io.millrace.models.scores.ScoreTable;
import io.millrace.models.scores.Scores;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who waits for deals and who does not; each number opens exactly its customers. */
class AnswersToDealsTest {
    private static final int EACH = 12;
    private static final int WEEKS = 40;

    @TempDir static Path folder;
    static Street street;
    private static final Random RANDOM = new Random(20261122);

    @BeforeAll
    static void tellTheStory() {
        street = new Street(folder);
        street.order("nobody", 20, 5_000);
        street.settle();
        assertThat(run().state()).isEqualTo(Scores.State.LACKING);
        for (int i = 0; i < EACH; i++) {
            live("hunter " + i, 0.9);
            live("proud " + i, 0.05);
            live("other " + i, 0.45);
        }
        buys("once", 30, 1, true);
        street.settle();
        assertThat(run().state()).isEqualTo(Scores.State.DONE);
    }

    @AfterAll
    static void close() {
        street.close();
    }

    /** Each week one of the teas is on a deal; there is something to choose. */
    private static void live(String who, double onDeal) {
        for (int week = 1; week < WEEKS; week++) {
            boolean deal = RANDOM.nextDouble() < onDeal;
            int offered = week % 5;
            int product = deal ? offered : (offered + 1 + RANDOM.nextInt(4)) % 5;
            buys(who, week * 7 - RANDOM.nextInt(3), product, deal);
        }
    }

    private static void buys(String who, double daysAgo, int product, boolean deal) {
        long asked = 1_000 + 100L * product;
        long paid = deal ? asked * 8 / 10 : asked;
        street.order(who, daysAgo, paid);
        street.tell(
                who,
                Kinds.ORDER_ITEM,
                daysAgo,
                "order of " + who + " " + daysAgo,
                paid,
                Map.of(
                        "category", new Value.Text("Tea ~ \"green\""),
                        "sku", new Value.Text("tea-" + product),
                        "quantity", new Value.Whole(1),
                        "price", new Value.Real(asked / 100.0)));
    }

    private static Scores.Run run() {
        street.town.clock.pass(Duration.ofMinutes(5));
        Scores scores = street.town.get(Scores.class);
        UUID id = ((Scores.Started.Queued) scores.start("response", null, "tester")).run();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scores.run(id).orElseThrow().run().finishedAt() != null);
        street.town.get(Timelines.class).catchUp();
        return scores.run(id).orElseThrow().run();
    }

    @Test
    void whoTakesMoreDealsThanExpectedSeeksThem() {
        ScoreTable table = street.town.get(Scores.class).table("response", null).orElseThrow();
        for (int i = 0; i < EACH; i++) {
            assertThat(text(table, "class", "hunter " + i)).isEqualTo("seeker");
            assertThat(text(table, "class", "proud " + i)).isEqualTo("full");
            assertThat(number(table, "price", "hunter " + i)).isLessThan(0.95);
            assertThat(number(table, "price", "proud " + i)).isGreaterThan(1.02);
        }
        assertThat(text(table, "class", "once")).isEqualTo("unknown");
        assertThat(text(table, "category", "once")).isEqualTo("Tea ~ \"green\"");
        assertThat(number(table, "depth", "once")).isEqualTo(0.2);
        assertThat(number(table, "share", "once")).isEqualTo(1);
        assertThat(number(table, "reliability", "once"))
                .isLessThan(number(table, "reliability", "hunter 0"));
    }

    private static String text(ScoreTable table, String figure, String who) {
        int row = table.rowOf(street.person(who).value());
        return String.valueOf(table.text(table.place(figure), row));
    }

    private static double number(ScoreTable table, String figure, String who) {
        int row = table.rowOf(street.person(who).value());
        return table.number(table.place(figure), row);
    }

    @Test
    void eachNumberOpensItsCustomers() {
        JsonNode page = street.town.get("/models/response/page");

        assertThat(page.get("customers").asInt()).isEqualTo(3 * EACH + 1);
        opens(page, page.get("customers").asInt());
        for (JsonNode kind : page.get("classes")) {
            opens(kind, kind.get("customers").asInt());
        }
        int told = 0;
        for (JsonNode cell : page.get("map")) {
            opens(cell, cell.get("customers").asInt());
            told += cell.get("customers").asInt();
        }
        assertThat(told).isEqualTo(3 * EACH);
        JsonNode demands = page.get("demands");
        int items = 0;
        for (JsonNode month : demands.get("months")) {
            opens(month, month.get("customers").asInt());
            items += month.get("items").asInt();
        }
        assertThat(items).isEqualTo(demands.get("items").asInt());
        for (JsonNode category : demands.get("categories")) {
            opens(category, category.get("buyers").asInt());
        }
    }

    private static void opens(JsonNode number, int customers) {
        assertThat(street.behind(number.get("open").asString()))
                .as(number.toString())
                .hasSize(customers);
    }

    @Test
    void aPriceThatNeverChangedTellsNoElasticity() {
        JsonNode tea = street.town.get("/models/response/page").at("/demands/categories/0");

        assertThat(tea.at("/price/lack").asString()).isEqualTo("changes");
        assertThat(tea.at("/price/shrunk").isNull()).isTrue();
        assertThat(tea.at("/promotion/raw/value").asDouble()).isPositive();
    }

    @Test
    void selectionsThatNameNothingAreRefused() {
        for (String wrong : List.of("month~soon", "category~!!", "category~eA", "what")) {
            assertThat(street.town.ask("GET", "/customers?in=deals:" + wrong, "").status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }
}
