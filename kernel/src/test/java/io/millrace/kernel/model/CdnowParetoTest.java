package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CDNOW, all customers: check 42. */
class CdnowParetoTest {
    @TempDir Path folder;
    private final Orders orders = new Orders();

    @Test
    void check42SpreadOfRevenue() {
        SharedData.lines("CDNOW_master.txt.gz", this::line);
        RfmTable table =
                Orders.rfm(
                        orders.store(folder),
                        Orders.everyone(
                                LocalDate.of(1998, 7, 1).atStartOfDay().toInstant(ZoneOffset.UTC)));
        Pareto pareto = Pareto.of(table, Pareto.Measure.REVENUE);
        assertThat(pareto.customers()).isEqualTo(23_570);
        assertThat(pareto.amount()).isEqualTo(250_031_563);
        int top = pareto.customersInTop(20);
        assertThat((double) pareto.amountOfTop(top) / pareto.amount())
                .isCloseTo(.67777383, within(1e-7));
        assertThat(pareto.customersFor(.8)).isEqualTo(7_695);
        assertThat(pareto.gini()).isCloseTo(.63457119, within(1e-7));
    }

    private void line(List<String> fields) {
        String[] words = fields.getFirst().trim().split("\\s+");
        orders.completed(
                Long.parseLong(words[0]),
                "order " + orders.facts().size(),
                LocalDate.parse(words[1], DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC),
                new BigDecimal(words[3]).movePointRight(2).longValueExact());
    }
}
