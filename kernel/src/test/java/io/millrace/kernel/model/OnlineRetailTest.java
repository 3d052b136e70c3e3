package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.kernel.model.cluster.KMeans;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * UCI Online Retail, without cancellations, as of 2011-12-11T00:00: checks 37 to 40 and 42. Amounts
 * are thousandths of a pound, since some unit prices have three decimals.
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
    void check37MeansOfTheTable() {
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
    void check39FrequencySafeForTies() {
        assertThat(frequencyScores(scores)).containsExactly(1493, 835, 508, 802, 700);
    }

    @Test
    void check39ScoresInAnyOrderOfTheInput() {
        for (int shuffle = 0; shuffle < 20; shuffle++) {
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
    void check40EightTypesByMeanThresholds() {
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
    void check38RegionsByRankedFrequency() {
        RfmScores ranked =
                RfmScoring.score(
                        table,
                        new RfmRules(
                                new RfmRules.Scale.RankedFrequency(),
                                new RfmRules.Weights(1, 1, 1),
                                new RfmRules.Types.Mean(),
                                RfmRules.Monetary.TOTAL));
        int[] regions = new int[RfmRegion.values().length];
        for (int row = 0; row < table.size(); row++) {
            regions[RfmRegion.of(ranked.r(row), ranked.f(row)).ordinal()]++;
        }
        assertThat(regions).containsExactly(633, 819, 484, 42, 94, 187, 352, 593, 63, 1071);
    }

    @Test
    void check42SpreadOfRevenue() {
        Pareto pareto = Pareto.of(table, Pareto.Measure.REVENUE);
        double top = (double) pareto.amountOfTop(pareto.customersInTop(20)) / pareto.amount();
        assertThat(top).isCloseTo(.74617137, within(1e-7));
        assertThat(pareto.customersFor(.8) / 4_338.0).isCloseTo(.26118027, within(1e-7));
        assertThat(pareto.gini()).isCloseTo(.71513962, within(1e-7));
    }

    @Test
    void check53ClustersOfTheScaledLogarithms() {
        double[][] points = scaledLogarithms();
        double[] inertia = {6380.020, 4838.512, 3930.397, 3349.567, 2883.195};
        for (int k = 2; k <= 6; k++) {
            KMeans.Clustering best = KMeans.cluster(points, k, 25, 53);
            assertThat(best.inertia()).isCloseTo(inertia[k - 2], withPercentage(1e-3));
            if (k == 4) {
                // The published .334543 is of a start that ended at an inertia of about 3930.9;
                // at the published best inertia an independent computation gives this.
                assertThat(KMeans.silhouette(points, best)).isCloseTo(.33172025, within(1e-7));
            }
        }
    }

    private static double[][] scaledLogarithms() {
        double[][] points = new double[table.size()][];
        for (int row = 0; row < points.length; row++) {
            points[row] =
                    new double[] {
                        Math.log(table.recencyDays(row)),
                        Math.log(table.frequency(row)),
                        Math.log(table.monetary(row) / 1000.0)
                    };
        }
        for (int column = 0; column < 3; column++) {
            int c = column;
            double mean = Arrays.stream(points).mapToDouble(p -> p[c]).average().orElse(0);
            double squares = Arrays.stream(points).mapToDouble(p -> Math.pow(p[c] - mean, 2)).sum();
            double deviation = Math.sqrt(squares / points.length);
            for (double[] point : points) {
                point[c] = (point[c] - mean) / deviation;
            }
        }
        return points;
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
