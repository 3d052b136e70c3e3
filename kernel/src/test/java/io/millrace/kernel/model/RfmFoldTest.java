package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RfmFoldTest {
    private static final Instant DAY_10 = Orders.day(10);

    @TempDir Path folder;
    private final Orders orders = new Orders();

    @Test
    void recencyCountsFullDaysOfTwentyFourHours() {
        orders.completed(1, "a", Orders.day(7.001), 100).completed(2, "b", Orders.day(7), 100);
        RfmTable table = table();
        assertThat(table.recencyDays(0)).isEqualTo(2);
        assertThat(table.recencyDays(1)).isEqualTo(3);
    }

    @Test
    void aCancelledOrderIsNoPurchaseAndBringsNoMoney() {
        orders.completed(1, "kept", Orders.day(1), 700)
                .completed(1, "gone", Orders.day(5), 300)
                .add(Kinds.ORDER_CANCELLED, 1, "gone", Orders.day(6), -300, Map.of());
        RfmTable table = table();
        assertThat(table.frequency(0)).isEqualTo(1);
        assertThat(table.recencyDays(0)).isEqualTo(9);
        assertThat(table.monetary(0)).isEqualTo(700);
        assertThat(Micros.toInstant(table.lastPurchaseAt(0))).isEqualTo(Orders.day(1));
    }

    @Test
    void aCancellationAfterTheInstantDoesNotCountYet() {
        orders.completed(1, "gone", Orders.day(5), 300)
                .add(Kinds.ORDER_CANCELLED, 1, "gone", Orders.day(10.1), -300, Map.of());
        RfmTable table = table();
        assertThat(table.frequency(0)).isEqualTo(1);
        assertThat(table.monetary(0)).isEqualTo(300);
    }

    @Test
    void theTableAsOfAnInstantEqualsTheTableOfAHistoryCutThere() {
        orders.completed(1, "a", Orders.day(1), 100)
                .completed(1, "b", Orders.day(12), 900)
                .completed(2, "c", Orders.day(11), 500)
                .add(Kinds.ORDER_REFUNDED, 1, "a", Orders.day(10), -40, Map.of());
        RfmTable table = table();
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.monetary(0)).isEqualTo(60);
        assertThat(table.frequency(0)).isEqualTo(1);
    }

    @Test
    void refundsAndAdjustmentsChangeTheMoneyOnly() {
        orders.completed(1, "a", Orders.day(1), 1_000)
                .add(Kinds.ORDER_ADJUSTED, 1, "a", Orders.day(2), 50, Map.of())
                .add(Kinds.ORDER_REFUNDED, 1, "a", Orders.day(3), -200, Map.of())
                .add(Kinds.ORDER_ITEM, 1, "a", Orders.day(1), 1_000, Map.of());
        RfmTable table = table();
        assertThat(table.monetary(0)).isEqualTo(850);
        assertThat(table.frequency(0)).isEqualTo(1);
        assertThat(table.recencyDays(0)).isEqualTo(9);
    }

    @Test
    void aCustomerWithRefundsOnlyIsScoredLowest() {
        orders.add(Kinds.ORDER_REFUNDED, 1, "x", Orders.day(9), -500, Map.of());
        for (int i = 2; i <= 10; i++) {
            orders.completed(i, "o" + i, Orders.day(i / 2.0), 100L * i);
        }
        RfmTable table = table();
        RfmScores scores = RfmScoring.score(table, RfmRules.DEFAULT);
        assertThat(table.size()).isEqualTo(10);
        assertThat(table.frequency(0)).isZero();
        assertThat(table.recencyDays(0)).isEqualTo(RfmTable.NO_PURCHASE);
        assertThat(scores.r(0)).isEqualTo(1);
        assertThat(scores.f(0)).isEqualTo(1);
        assertThat(scores.m(0)).isEqualTo(1);
        assertThat(scores.type(0)).isEqualTo(CustomerType.GENERAL_WIN_BACK);
    }

    @Test
    void otherCurrenciesAreConvertedByTheirRateOrExcludedAndCounted() {
        orders.completed(1, "a", Orders.day(1), 100)
                .add(Kinds.ORDER_COMPLETED, 1, "b", Orders.day(2), 333, "CNY", Map.of())
                .add(Kinds.ORDER_COMPLETED, 1, "c", Orders.day(3), 999, "JPY", Map.of());
        Snapshot snapshot = orders.store(folder);
        RfmQuery query =
                new RfmQuery(Micros.of(DAY_10), "EUR", Map.of("CNY", 127_500L), false, true);
        RfmTable table = Orders.rfm(snapshot, query);
        assertThat(table.monetary(0)).isEqualTo(100 + 42);
        assertThat(table.frequency(0)).isEqualTo(3);
        assertThat(table.excludedFacts()).isEqualTo(1);
    }

    @Test
    void profitIsKnownWhereEveryOrderHasItsCost() {
        Map<String, Value> cost = Map.of("cost", new Value.Whole(60));
        orders.add(Kinds.ORDER_COMPLETED, 1, "a", Orders.day(1), 100, cost)
                .add(
                        Kinds.ORDER_REFUNDED,
                        1,
                        "a",
                        Orders.day(2),
                        -50,
                        Map.of("cost", new Value.Whole(-30)))
                .add(Kinds.ORDER_COMPLETED, 2, "b", Orders.day(1), 100, cost)
                .completed(2, "c", Orders.day(2), 100);
        RfmTable table = table();
        assertThat(table.profitKnown(0)).isTrue();
        assertThat(table.profit(0)).isEqualTo(20);
        assertThat(table.profitKnown(1)).isFalse();
        assertThat(Pareto.of(table, Pareto.Measure.PROFIT).customers()).isEqualTo(1);
    }

    @Test
    void anonymousBuyersStayOutUntilTheyAreKnown() {
        orders.completed(1, "a", Orders.day(1), 100)
                .completed(2, "b", Orders.day(1), 100)
                .add(Kinds.CUSTOMER_KNOWN, 2, "", Orders.day(11), 0, Map.of());
        RfmTable table =
                Orders.rfm(
                        orders.store(folder),
                        new RfmQuery(Micros.of(DAY_10), "EUR", Map.of(), true, true));
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.customer(0)).isEqualTo(Orders.customer(2));
    }

    private RfmTable table() {
        return Orders.rfm(orders.store(folder), Orders.everyone(DAY_10));
    }
}
