package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * UCI Online Retail, without cancellations, as of 2011-12-11T00:00: checks 37, 39, 40 and 42.
 * Amounts are thousandths of a pound, since some unit prices have three decimals.
 */
class OnlineRetailTest {
    /** One order of the file. */
    private record Order(long customer, Instant at, long thousandths) {}

    @TempDir static Path folder;
    private static final Map<String, Order> ORDERS = new HashMap<>();
    private static RfmTable table = new RfmTable(0);
    private static RfmScores scores = RfmScoring.score(table, RfmRules.DEFAULT);
    private static int lines;

    @BeforeAll
    static void load() {
        SharedData.lines("online_retail.csv.gz", OnlineRetailTest::line);
        table = table(new ArrayList<>(ORDERS.keySet()), "first");
        scores = RfmScoring.score(table, RfmRules.DEFAULT);
    }

    @Test
    void givesThePublishedMeans() {
        double recency = 0;
        double frequency = 0;
        double monetary = 0;
        for (int row = 0; row < table.size(); row++) {
            recency += table.recencyDays(row);
            frequency += table.frequency(row);
            monetary += table.monetary(row) / 1000.0;
        }
        assertThat(lines).isEqualTo(397_884);
        assertThat(table.size()).isEqualTo(4_338);
        assertThat(recency / 4_338).isCloseTo(93.0595, within(5e-5));
        assertThat(frequency / 4_338).isCloseTo(4.2720, within(5e-5));
        assertThat(monetary / 4_338).isCloseTo(2054.2665, within(5e-5));
    }

    @Test
    void scoresFrequencySafelyForTies() {
        assertThat(frequencyScores(scores)).containsExactly(1493, 835, 508, 802, 700);
    }

    @Test
    void scoresDoNotDependOnTheOrderOfTheInput() {
        for (int shuffle = 0; shuffle < 3; shuffle++) {
            List<String> orders = new ArrayList<>(ORDERS.keySet());
            Collections.shuffle(orders, new Random(shuffle));
            RfmTable shuffled = table(orders, "shuffle" + shuffle);
            RfmScores again = RfmScoring.score(shuffled, RfmRules.DEFAULT);
            for (int row = 0; row < table.size(); row++) {
                assertThat(shuffled.customer(row)).isEqualTo(table.customer(row));
                assertThat(again.r(row)).isEqualTo(scores.r(row));
                assertThat(again.f(row)).isEqualTo(scores.f(row));
                assertThat(again.m(row)).isEqualTo(scores.m(row));
                assertThat(again.type(row)).isEqualTo(scores.type(row));
            }
        }
    }

    @Test
    void findsTheEightTypesByMeanThresholds() {
        assertThat(scores.typeTotals())
                .extracting(RfmScores.TypeTotal::customers)
                .containsExactly(689, 117, 27, 38, 358, 1750, 40, 1319);
    }

    @Test
    void everyCustomerIsInOneCell() {
        assertThat(scores.cells().stream().mapToInt(RfmScores.Cell::customers).sum())
                .isEqualTo(4_338);
        assertThat(scores.regionTotals().stream().mapToLong(RfmScores.RegionTotal::revenue).sum())
                .isEqualTo(Pareto.of(table, Pareto.Measure.REVENUE).amount());
    }

    @Test
    void spreadsRevenueAsPublished() {
        Pareto pareto = Pareto.of(table, Pareto.Measure.REVENUE);
        double top = (double) pareto.amountOfTop(pareto.customersInTop(20)) / pareto.amount();
        assertThat(top).isCloseTo(.74617137, within(1e-7));
        assertThat(pareto.customersFor(.8) / 4_338.0).isCloseTo(.26118027, within(1e-7));
        assertThat(pareto.gini()).isCloseTo(.71513962, within(1e-7));
    }

    private static int[] frequencyScores(RfmScores of) {
        int[] counts = new int[5];
        for (int row = 0; row < of.table().size(); row++) {
            counts[of.f(row) - 1]++;
        }
        return counts;
    }

    private static RfmTable table(List<String> invoices, String name) {
        Orders orders = new Orders();
        for (String invoice : invoices) {
            Order order = ORDERS.getOrDefault(invoice, new Order(0, Instant.EPOCH, 0));
            orders.completed(order.customer(), invoice, order.at(), order.thousandths());
        }
        return Orders.rfm(
                orders.store(folder.resolve(name)),
                Orders.everyone(Instant.parse("2011-12-11T00:00:00Z")));
    }

    private static void line(List<String> fields) {
        int quantity = Integer.parseInt(fields.get(3));
        BigDecimal price = new BigDecimal(fields.get(5));
        if (fields.get(0).startsWith("C")
                || quantity <= 0
                || price.signum() <= 0
                || fields.get(6).isEmpty()) {
            return;
        }
        lines++;
        long amount = price.multiply(BigDecimal.valueOf(1000L * quantity)).longValueExact();
        Instant at = Instant.parse(fields.get(4).replace(' ', 'T') + "Z");
        ORDERS.merge(
                fields.get(0),
                new Order(Long.parseLong(fields.get(6)), at, amount),
                (a, b) ->
                        new Order(
                                a.customer(),
                                a.at().isAfter(b.at()) ? a.at() : b.at(),
                                a.thousandths() + b.thousandths()));
    }
}
