package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 41: the scores and segments that the R package rfm gives; and the named maps. */
class RfmRModeTest {
    private static final RfmRules RULES =
            new RfmRules(
                    new RfmRules.Scale.RfmR(1),
                    new RfmRules.Weights(1, 1, 1),
                    new RfmRules.Types.Mean(),
                    RfmRules.Monetary.TOTAL);

    @TempDir Path folder;

    @Test
    void check41EveryScoreAndSegment() {
        Map<String, Long> numbers = new TreeMap<>();
        List<List<String>> lines = new ArrayList<>();
        SharedData.lines("rfm_data_orders.csv.gz", lines::add);
        lines.forEach(fields -> numbers.put(fields.get(0), 0L));
        long number = 0;
        for (Map.Entry<String, Long> entry : numbers.entrySet()) {
            entry.setValue(++number);
        }
        RfmTable table = table(lines, numbers);
        RfmScores scores = RfmScoring.score(table, RULES);

        near(RfmQuantiles.of(column(table, 'r')), 114, 180, 296.4, 481);
        near(RfmQuantiles.of(column(table, 'f')), 3, 4, 5, 7);
        near(RfmQuantiles.of(column(table, 'm')), 254.8, 381, 505.4, 665);
        Map<String, Integer> segments = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            segments.merge(
                    RfmMap.RFM_R.of(scores.r(row), scores.f(row), scores.m(row)), 1, Integer::sum);
        }
        assertThat(segments)
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "champions", 35,
                                        "potential-loyalists", 342,
                                        "loyal", 170,
                                        "promising", 9,
                                        "new", 104,
                                        "cannot-lose", 47,
                                        "at-risk", 28,
                                        "need-attention", 10,
                                        "about-to-sleep", 102,
                                        "lost", 148)));
        Map<Long, String> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            rows.put(
                    table.customerLow(row),
                    "%d,%d,%d,%d,%d,%d"
                            .formatted(
                                    table.recencyDays(row),
                                    table.frequency(row),
                                    table.monetary(row),
                                    scores.r(row),
                                    scores.f(row),
                                    scores.m(row)));
        }
        List<String> wrong = new ArrayList<>();
        SharedData.lines(
                "expected_rfm_data_orders_scores.csv",
                fields -> {
                    String expected = String.join(",", fields.subList(1, 7));
                    if (!expected.equals(rows.get(numbers.get(fields.get(0))))) {
                        wrong.add(expected);
                    }
                });
        assertThat(rows).hasSize(995);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theNamedMapsOverlapAsTheirSourcesDo() {
        assertThat(cells(RfmMap.RFM_R, 2, 99)).isEqualTo(58);
        assertThat(cells(RfmMap.RFM_R, 0, 0)).isEqualTo(10);
        assertThat(cells(RfmMap.GRID, 1, 1)).isEqualTo(125);
        List<String> reached = new ArrayList<>();
        for (int r = 1; r <= 5; r++) {
            for (int fm = 1; fm <= 5; fm++) {
                reached.add(RfmMap.ELEVEN.of(r, fm, fm));
                assertThat(RfmMap.GRID.of(r, fm, fm)).isEqualTo(RfmRegion.of(r, fm).key());
            }
        }
        assertThat(reached).doesNotContain("new", "promising", "cannot-lose", "lost", "others");
    }

    private RfmTable table(List<List<String>> lines, Map<String, Long> numbers) {
        Orders orders = new Orders();
        for (int i = 0; i < lines.size(); i++) {
            List<String> fields = lines.get(i);
            orders.completed(
                    numbers.getOrDefault(fields.get(0), 0L),
                    "order " + i,
                    LocalDate.parse(fields.get(1)).atStartOfDay().toInstant(ZoneOffset.UTC),
                    Long.parseLong(fields.get(2)));
        }
        return Orders.rfm(
                orders.store(folder),
                Orders.everyone(
                        LocalDate.of(2006, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private static long[] column(RfmTable table, char of) {
        long[] values = new long[table.size()];
        Arrays.setAll(
                values,
                row ->
                        of == 'r'
                                ? table.recencyDays(row)
                                : of == 'f' ? table.frequency(row) : table.monetary(row));
        Arrays.sort(values);
        return values;
    }

    private static void near(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, within(1e-9));
    }

    private static int cells(RfmMap map, int fewest, int most) {
        int count = 0;
        for (int cell = 0; cell < 125; cell++) {
            int held = map.all(cell / 25 + 1, cell / 5 % 5 + 1, cell % 5 + 1).size();
            count += held >= fewest && held <= most ? 1 : 0;
        }
        return count;
    }
}
