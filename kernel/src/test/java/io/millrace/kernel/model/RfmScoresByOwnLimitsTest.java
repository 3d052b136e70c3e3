package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scores of the R package rfm 0.3.0 for its own data, from the limits that it finds (quantiles
 * plus one unit): check 41.
 */
class RfmScoresByOwnLimitsTest {
    @TempDir Path folder;
    private final Orders orders = new Orders();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<List<String>> expected = new ArrayList<>();

    @Test
    void everyRowEqualsThePackages() {
        SharedData.lines("rfm_data_orders.csv.gz", this::order);
        SharedData.lines("expected_rfm_data_orders_scores.csv", expected::add);
        RfmTable table =
                Orders.rfm(
                        orders.store(folder),
                        Orders.everyone(Instant.parse("2006-12-31T00:00:00Z")));
        RfmScores scores =
                RfmScoring.score(
                        table,
                        new RfmRules(
                                new RfmRules.Scale.Limits(
                                        List.of(115L, 181L, 298L, 482L),
                                        List.of(4L, 5L, 6L, 8L),
                                        List.of(25_580L, 38_200L, 50_640L, 66_600L)),
                                new RfmRules.Weights(100, 10, 1),
                                new RfmRules.Types.Mean(),
                                RfmRules.Monetary.TOTAL));
        assertThat(table.size()).isEqualTo(995);
        for (List<String> line : expected) {
            int row = table.rowOf(Orders.customer(numbers.getOrDefault(line.get(0), -1L)));
            assertThat(row).as(line.get(0)).isNotNegative();
            assertThat(table.recencyDays(row)).isEqualTo(Integer.parseInt(line.get(1)));
            assertThat(table.frequency(row)).isEqualTo(Integer.parseInt(line.get(2)));
            assertThat(table.monetary(row)).isEqualTo(Long.parseLong(line.get(3)) * 100);
            assertThat(scores.total(row)).as(line.toString()).hasToString(line.get(7));
        }
    }

    private void order(List<String> fields) {
        long number = numbers.computeIfAbsent(fields.get(0), name -> (long) numbers.size() + 1);
        orders.completed(
                number,
                "order " + orders.facts().size(),
                Instant.parse(fields.get(1) + "T00:00:00Z"),
                Long.parseLong(fields.get(2)) * 100);
    }
}
