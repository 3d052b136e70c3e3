package io.millrace.models.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.audiences.live.Town;
import io.millrace.catalog.Catalog;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.models.scores.Scores;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A market of coffee and what goes with it. Beans run out after a month and a half; a mill follows
 * a press; lamps follow nothing.
 */
final class Market implements AutoCloseable {
    static final int CUSTOMERS = 240;
    static final int DAYS = 400;
    static final Instant NOW = Town.START.minus(Duration.ofHours(1));

    private record Good(String sku, String category, long price) {}

    private static final List<Good> GOODS =
            List.of(
                    new Good("beans \"A\"", "Coffee", 900),
                    new Good("beans-b", "Coffee", 1_500),
                    new Good("beans-c", "Coffee", 3_200),
                    new Good("press", "Tools", 4_000),
                    new Good("mill", "Tools", 9_000),
                    new Good("lamp-1", "Lamps", 2_000),
                    new Good("lamp-2", "Lamps", 2_500),
                    new Good("lamp-3", "Lamps", 3_500));

    final Town town;
    private final Random random = new Random(20261122);
    private final List<Fact> facts = new ArrayList<>();

    Market(Path folder) {
        town = new Town(folder);
        town.get(Workspace.class).adoptCurrency("EUR");
        town.get(TransactionTemplate.class)
                .executeWithoutResult(_ ->
                        town.get(Catalog.class)
                                .learn(
                                        GOODS.stream()
                                                .map(good ->
                                                        new Catalog.Product(
                                                                good.sku(),
                                                                "The " + good.sku(),
                                                                good.category(),
                                                                null,
                                                                good.price(),
                                                                good.price() / 2,
                                                                "EUR",
                                                                "test"))
                                                .toList()));
        for (int i = 0; i < CUSTOMERS; i++) {
            live(town.customer("buyer-" + i));
        }
        town.append(facts);
        town.get(Timelines.class).catchUp();
    }

    private void live(ProfileId customer) {
        double day = random.nextInt(DAYS - 60);
        int kind = random.nextInt(3);
        int bean = random.nextInt(3);
        while (kind < 2 && day < DAYS) {
            int units = 1 + random.nextInt(2);
            buy(customer, day, GOODS.get(bean), units);
            day += units * (40 + random.nextInt(11));
            bean = random.nextInt(5) == 0 ? Math.min(2, bean + 1) : bean;
            day += random.nextInt(6) == 0 ? DAYS : 0;
        }
        if (kind == 0 && bean == 2) {
            int gift = random.nextInt(DAYS);
            buy(customer, gift, GOODS.get(5), 1);
            buy(customer, gift, GOODS.get(6), 1);
        }
        double second = random.nextInt(DAYS - 60);
        if (kind == 1) {
            buy(customer, second, GOODS.get(3), 1);
            buy(customer, second + 10 + random.nextInt(20), GOODS.get(4), 1);
        }
        for (int i = random.nextInt(3); kind == 2 && i >= 0; i--) {
            buy(customer, random.nextInt(DAYS), GOODS.get(5 + random.nextInt(3)), 1);
        }
    }

    private void buy(ProfileId customer, double day, Good good, int units) {
        if (day >= DAYS) {
            return;
        }
        Instant at = NOW.minus(Duration.ofMinutes((long) ((DAYS - day) * 24 * 60)));
        String order = "order " + facts.size();
        fact(customer, Kinds.ORDER_COMPLETED, at, order, good, units);
        fact(customer, Kinds.ORDER_ITEM, at, order, good, units);
    }

    private void fact(
            ProfileId customer, String kind, Instant at, String order, Good good, int units) {
        facts.add(
                new Fact(
                        town.get(Ids.class).next(),
                        customer.value(),
                        kind,
                        at,
                        town.clock.instant(),
                        order,
                        good.price() * units,
                        "EUR",
                        Map.of(
                                "sku", new Value.Text(good.sku()),
                                "category", new Value.Text(good.category()),
                                "quantity", new Value.Whole(units)),
                        "test",
                        false));
    }

    Scores.Run run(String model) {
        Scores scores = town.get(Scores.class);
        UUID id = ((Scores.Started.Queued) scores.start(model, NOW, "tester")).run();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scores.run(id).orElseThrow().run().finishedAt() != null);
        town.get(Timelines.class).catchUp();
        return scores.run(id).orElseThrow().run();
    }

    JsonNode page(String path) {
        return town.get(path + (path.contains("?") ? "&" : "?") + "asOf=" + NOW);
    }

    /** The number of customers in the list that a number opens. */
    int listed(JsonNode open) {
        JsonNode list =
                town.get(
                        "/customers?include=total&limit=1&asOf=%s&%s"
                                .formatted(NOW, open.asString()));
        return list.get("total").asInt();
    }

    /** Those listed, at most 200. */
    Set<String> names(JsonNode open) {
        Set<String> names = new TreeSet<>();
        town.get("/customers?limit=200&asOf=%s&%s".formatted(NOW, open.asString()))
                .get("items")
                .forEach(one -> names.add(one.get("id").asString()));
        return names;
    }

    void opens(int customers, JsonNode open) {
        assertThat(listed(open)).as(open.asString()).isEqualTo(customers);
    }

    @Override
    public void close() {
        town.close();
    }
}
