package io.millrace.kernel.model.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.model.Orders;
import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.PurchaseHistoryFold;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.timeline.Cut;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention and profit by tenure against a count by hand on random logs. */
class CountsTenureTest {
    private static final TenureProfit.Basis EVERYTHING =
            new TenureProfit.Basis(0.37, 251, true, true);

    @TempDir Path folder;

    private record Found(
            Tenures tenures, Retention retention, TenureSums.Sum[] sums, RfmTable rfm) {}

    @Test
    void keepsWhomACountByHandKeeps() {
        Orders log = Lives.random(4);
        for (int months : new int[] {12, 6, 3}) {
            Instant asOf = Orders.day(1_300);
            Found found = found(log, asOf, months);
            Map<Integer, long[]> hand = byHand(log, asOf, months);

            assertThat(found.retention.steps()).hasSameSizeAs(hand.entrySet()).isNotEmpty();
            for (Retention.Step step : found.retention.steps()) {
                long[] is = hand.getOrDefault(step.period(), new long[2]);
                assertThat(step.kept().of()).isEqualTo(is[0]);
                assertThat(step.kept().hits()).isEqualTo(is[1]);
            }
            assertThat(found.retention.overall().of())
                    .isEqualTo(hand.values().stream().mapToLong(one -> one[0]).sum());
        }
    }

    /** Customers of each period whose next one is over, and those of them who bought in it. */
    private static Map<Integer, long[]> byHand(Orders log, Instant asOf, int months) {
        Map<Long, List<LocalDate>> days = new TreeMap<>();
        for (Fact fact : log.facts()) {
            boolean stands =
                    fact.kind().equals(Kinds.ORDER_COMPLETED)
                            && log.facts().stream()
                                    .noneMatch(other ->
                                            other.kind().equals(Kinds.ORDER_CANCELLED)
                                                    && !other.occurredAt().isAfter(asOf)
                                                    && Objects.equals(
                                                            fact.subject(), other.subject()));
            if (stands && !fact.occurredAt().isAfter(asOf)) {
                days.computeIfAbsent(
                                fact.profile().getLeastSignificantBits(), _ -> new ArrayList<>())
                        .add(day(fact.occurredAt()));
            }
        }
        Map<Integer, long[]> counts = new TreeMap<>();
        for (List<LocalDate> bought : days.values()) {
            LocalDate first = Collections.min(bought);
            for (int k = 1; !first.plusMonths((k + 1L) * months).isAfter(day(asOf)); k++) {
                if (any(bought, first, k, months)) {
                    long[] count = counts.computeIfAbsent(k, _ -> new long[2]);
                    count[0]++;
                    count[1] += any(bought, first, k + 1, months) ? 1 : 0;
                }
            }
        }
        return counts;
    }

    private static boolean any(List<LocalDate> days, LocalDate first, int period, int months) {
        LocalDate from = first.plusMonths((period - 1L) * months);
        LocalDate to = first.plusMonths((long) period * months);
        return days.stream().anyMatch(day -> !day.isBefore(from) && day.isBefore(to));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Test
    void losesNoMoneyBetweenThePeriods() {
        Found found = found(Lives.random(5), Orders.day(1_000), 6);

        for (int row = 0; row < found.tenures.size(); row++) {
            if (found.tenures.isBuyer(row)) {
                long sum = 0;
                for (int period = 1; period <= found.tenures.complete(row) + 1; period++) {
                    sum += found.tenures.revenue(row, period);
                }
                int own = found.rfm.rowOf(found.tenures.histories().customer(row));
                assertThat(sum).isEqualTo(found.rfm.monetary(own));
            }
        }
    }

    @Test
    void takesProfitApartWithoutARest() {
        Found found = found(Lives.random(6), Orders.day(1_300), 12);

        assertThat(found.sums).hasSizeGreaterThan(2);
        for (TenureSums.Sum sum : found.sums) {
            TenureProfit profit = TenureProfit.of(sum, EVERYTHING);
            assertThat(profit.parts().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(profit.profit());
            double direct =
                    0.37 * (sum.revenue() - sum.premium())
                            + sum.premium()
                            + 0.37 * sum.referred()
                            - 251 * sum.contacts();
            assertThat((double) profit.profit())
                    .isEqualTo(direct / sum.customers(), within(0.500001));
            TenureProfit bare =
                    TenureProfit.of(sum, new TenureProfit.Basis(0.37, Double.NaN, false, false));
            assertThat((double) bare.profit())
                    .isEqualTo(0.37 * sum.revenue() / sum.customers(), within(0.500001));
            assertThat(bare.parts())
                    .containsOnlyKeys(
                            TenureProfit.Part.BASE,
                            TenureProfit.Part.FREQUENCY,
                            TenureProfit.Part.ORDER_VALUE);
        }
        TenureProfit first = TenureProfit.of(found.sums[0], EVERYTHING);
        assertThat(first.parts())
                .containsEntry(TenureProfit.Part.FREQUENCY, 0L)
                .containsEntry(TenureProfit.Part.ORDER_VALUE, 0L)
                .containsEntry(TenureProfit.Part.COST_SAVING, 0L);
    }

    @Test
    void payingMoreThanOthersIsAPremium() {
        Orders log = new Orders();
        buys(log, 1, 0, 900);
        buys(log, 1, 400, 1_100);
        buys(log, 2, 400, 900);
        buys(log, 3, 2, 900);
        TenureSums.Sum[] sums = found(log, Orders.day(800), 12).sums;

        // A year later the one who stayed pays 1,100 for what all pay 1,000 for in that quarter.
        assertThat(sums[1].customers()).isEqualTo(1);
        assertThat(sums[1].premium()).isEqualTo(100);
        assertThat(sums[1].priceIndex()).isEqualTo(1.1, within(1e-12));
        assertThat(sums[0].premium()).isEqualTo(-100);
        assertThat(TenureProfit.of(sums[1], EVERYTHING).parts())
                .containsEntry(TenureProfit.Part.PRICE_PREMIUM, 100L)
                .containsEntry(TenureProfit.Part.BASE, 333L)
                .containsEntry(TenureProfit.Part.ORDER_VALUE, 37L);
    }

    private static void buys(Orders log, long who, double day, long amount) {
        String order = who + " on " + day;
        log.completed(who, order, Orders.day(day), amount);
        log.add(Kinds.ORDER_ITEM, who, order, Orders.day(day), amount, Lives.line("A", 1));
    }

    @Test
    void theOrderOfTheFactsChangesNoBit() {
        Orders log = Lives.random(7);
        Found before = found(log, Orders.day(1_300), 12);
        Collections.shuffle(log.facts(), new Random(1));
        Found after = found(log, Orders.day(1_300), 12);

        assertThat(after.retention).isEqualTo(before.retention);
        assertThat(after.sums).isEqualTo(before.sums);
    }

    @Test
    void whatCameLaterChangesNothingOfWhatWasSaid() {
        Orders log = Lives.random(8);
        Instant then = Orders.day(900);
        Found whole = found(log, then, 12);
        log.facts().removeIf(fact -> fact.occurredAt().isAfter(then));

        Found known = found(log, then, 12);

        assertThat(known.retention).isEqualTo(whole.retention);
        assertThat(known.sums).isEqualTo(whole.sums);
    }

    private Found found(Orders log, Instant asOf, int months) {
        Snapshot store = log.store(folder.resolve(Long.toString(System.nanoTime())));
        var query = Orders.everyone(asOf);
        FoldRun run = FoldRun.over(store).cut(Cut.EVERYTHING).threads(2);
        var bought = run.add(new PurchaseHistoryFold(store.dictionary(), query, ZoneOffset.UTC));
        var dealt = run.add(new DealingsFold(store.dictionary(), query, ZoneOffset.UTC));
        run.run();
        PurchaseHistories histories = bought.get();
        Tenures tenures = Tenures.of(histories, months, Math.toIntExact(day(asOf).toEpochDay()));
        var links = List.of(new TenureSums.Bringing(0, 1), new TenureSums.Bringing(0, 2));
        return new Found(
                tenures,
                Retention.of(tenures),
                TenureSums.of(tenures, dealt.get(), histories.size() > 4 ? links : List.of()),
                Orders.rfm(store, query));
    }
}
