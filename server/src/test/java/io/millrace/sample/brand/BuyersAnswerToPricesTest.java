package io.millrace.sample.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.basket.ItemLog;
import io.millrace.kernel.model.response.Demand;
import io.millrace.kernel.model.response.DemandRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What was put into the brand can be found in it again. */
class BuyersAnswerToPricesTest {
    private static final Instant END = Instant.parse("2026-11-22T05:00:00Z");

    /** Of these no product comes along with another one, so that the answers are the true ones. */
    private static final List<String> PLAIN =
            List.of("红茶 Black tea", "白茶 White tea", "花茶 Scented tea", "身体 Body");

    private static final Map<String, Demand.Group> FOUND = found();

    @ParameterizedTest
    @FieldSource("PLAIN")
    void demandFindsTheAnswersOfACategory(String category) {
        Demand.Group group = Objects.requireNonNull(FOUND.get(category));
        Deals.Answer answer = answer(category);

        assertThat(answer.price()).isBetween(low(group.price()), high(group.price()));
        assertThat(answer.deal()).isBetween(low(group.promotion()), high(group.promotion()));
        assertThat(answer.after()).isBetween(low(group.after()), high(group.after()));
    }

    @Test
    void everyKnownElasticityIsNearTheTruth() {
        List<String> known =
                FOUND.entrySet().stream()
                        .filter(one -> one.getValue().price().effect() != null)
                        .map(Map.Entry::getKey)
                        .toList();

        assertThat(known)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(category -> {
                    Demand.Group group = Objects.requireNonNull(FOUND.get(category));
                    double middle = (low(group.price()) + high(group.price())) / 2;
                    assertThat(middle).isCloseTo(answer(category).price(), within(0.7));
                });
    }

    private static double low(Demand.Told told) {
        return Objects.requireNonNull(told.effect()).low();
    }

    private static double high(Demand.Told told) {
        return Objects.requireNonNull(told.effect()).high();
    }

    private static Deals.Answer answer(String category) {
        return Deals.answer(
                Assortment.PRODUCTS.stream()
                        .filter(product -> product.category().equals(category))
                        .findFirst()
                        .orElseThrow());
    }

    private static Map<String, Demand.Group> found() {
        ItemHistories histories = histories(new SampleBrand(20_260_101, 20_000, END));
        Demand demand = new Demand(histories, day(END), DemandRules.USUAL);
        Map<String, List<Integer>> categories = new TreeMap<>();
        for (Product product : Assortment.PRODUCTS) {
            int number = histories.numberOf(product.sku());
            if (number >= 0) {
                categories.computeIfAbsent(product.category(), _ -> new ArrayList<>()).add(number);
            }
        }
        Map<String, Demand.Group> found = new TreeMap<>();
        categories.forEach((category, products) ->
                found.put(
                        category,
                        demand.of(products.stream().mapToInt(Integer::intValue).toArray())));
        return found;
    }

    private static ItemHistories histories(SampleBrand brand) {
        ItemLog log = new ItemLog();
        brand.lives()
                .forEach(life -> {
                    for (Happening happening : life.happenings()) {
                        if (happening instanceof Happening.Bought order) {
                            for (Happening.Item item : order.items()) {
                                log.line(
                                        day(order.at()),
                                        Assortment.PRODUCTS.indexOf(item.product()),
                                        (int) item.quantity(),
                                        item.amount(),
                                        item.unitPrice() * item.quantity());
                            }
                        }
                    }
                    log.customer(0, life.person().index());
                });
        return log.histories(code -> Assortment.PRODUCTS.get(code).sku());
    }

    private static int day(Instant at) {
        return (int) at.atOffset(Seasons.ZONE).toLocalDate().toEpochDay();
    }
}
