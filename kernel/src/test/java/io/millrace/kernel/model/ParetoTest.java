package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.timeline.Kinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParetoTest {
    @TempDir Path folder;
    private final Orders orders = new Orders();

    @Test
    void equalCustomersHaveNoInequalityAndKeepTheOrderOfTheirIds() {
        for (int i = 0; i < 10; i++) {
            orders.completed(i, "o" + i, Orders.day(1), 50);
        }
        Pareto pareto = pareto();
        assertThat(pareto.gini()).isCloseTo(0, within(1e-12));
        assertThat(pareto.customersFor(0.8)).isEqualTo(8);
        for (int rank = 0; rank < 10; rank++) {
            assertThat(pareto.row(rank)).isEqualTo(rank);
        }
        for (Pareto.Point point : pareto.curve()) {
            assertThat(point.share()).isCloseTo(point.customers(), within(1e-12));
        }
        assertThat(pareto.curve()).hasSize(201);
    }

    @Test
    void oneWhoHasAllIsTheWholeCurve() {
        orders.completed(1, "a", Orders.day(1), 1_000);
        for (int i = 2; i <= 100; i++) {
            orders.completed(i, "o" + i, Orders.day(1), 0);
        }
        Pareto pareto = pareto();
        assertThat(pareto.gini()).isCloseTo(0.99, within(1e-12));
        assertThat(pareto.customersFor(0.8)).isEqualTo(1);
        assertThat(pareto.amountOfTop(pareto.customersInTop(1))).isEqualTo(1_000);
    }

    @Test
    void negativeCustomersStandAtTheEndAndLiftTheCurve() {
        orders.completed(1, "a", Orders.day(1), 300)
                .completed(2, "b", Orders.day(1), 100)
                .add(Kinds.ORDER_REFUNDED, 3, "c", Orders.day(2), -200, Map.of());
        Pareto pareto = pareto();
        assertThat(pareto.amount()).isEqualTo(200);
        assertThat(pareto.amountOfTop(2)).isEqualTo(400);
        assertThat(pareto.curve().getLast().share()).isEqualTo(1);
        assertThat(pareto.curve().get(133).share()).isGreaterThan(1.9);
        assertThat(pareto.gini()).isGreaterThan(1);
        assertThat(pareto.row(2)).isEqualTo(2);
    }

    @Test
    void withoutPositiveRevenueThereIsNoCurve() {
        orders.add(Kinds.ORDER_REFUNDED, 1, "c", Orders.day(2), -200, Map.of());
        Pareto pareto = pareto();
        assertThat(pareto.curve()).isEmpty();
        assertThat(pareto.gini()).isNaN();
        assertThat(pareto.customersFor(0.8)).isZero();
    }

    @Test
    void thePyramidHoldsEveryoneOnce() {
        for (int i = 0; i < 137; i++) {
            orders.completed(i, "o" + i, Orders.day(1), 1_000L * i * i);
        }
        Pareto pareto = pareto();
        List<Pareto.Tier> tiers = pareto.pyramid(Pareto.DEFAULT_TIERS);
        assertThat(tiers).extracting(Pareto.Tier::customers).containsExactly(2, 5, 21, 41, 68);
        assertThat(tiers.stream().mapToLong(Pareto.Tier::amount).sum()).isEqualTo(pareto.amount());
        assertThat(tiers.get(1).firstRank()).isEqualTo(2);
        assertThat(pareto.pyramid(List.of(10.0, 20.0)))
                .extracting(Pareto.Tier::customers)
                .containsExactly(14, 28, 95);
    }

    private Pareto pareto() {
        return Pareto.of(
                Orders.rfm(orders.store(folder), Orders.everyone(Orders.day(10))),
                Pareto.Measure.REVENUE);
    }
}
