package io.millrace.insights;

import io.millrace.audiences.Audiences;
import io.millrace.catalog.Catalog;
import io.millrace.insights.Insights.Amount;
import io.millrace.insights.Insights.Figure;
import io.millrace.kernel.timeline.Micros;
import io.millrace.orders.Orders;
import io.millrace.shared.Money;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the overview together from a run and what the other modules know. */
@Component
final class OverviewWriter {
    private static final int TOP = 10;

    /** Times are kept in microseconds; the instant at which a period begins is not in it. */
    private static final long MICRO = 1_000;

    private static final Set<CustomerGroup> CHANGES =
            EnumSet.complementOf(EnumSet.of(CustomerGroup.ALL, CustomerGroup.ACTIVE));

    private final Orders orders;
    private final Catalog catalog;
    private final Timelines timelines;

    OverviewWriter(Orders orders, Catalog catalog, Timelines timelines) {
        this.orders = orders;
        this.catalog = catalog;
        this.timelines = timelines;
    }

    Insights.Overview write(PeriodRuns.PeriodRun run, List<Audiences.Stage> stages) {
        PeriodSums sums = run.table().sums;
        Instant from = Micros.toInstant(run.periods().end(1));
        String buyers = open(run, CustomerGroup.ACTIVE);
        return new Insights.Overview(
                run.asOf(),
                from,
                run.days(),
                figure(run, CustomerGroup.ALL),
                figure(run, CustomerGroup.NEW),
                figure(run, CustomerGroup.ACTIVE),
                amount(run, sums.revenue[0], sums.revenue[1], buyers),
                new Figure(sums.orders[0], sums.orders[1], sold(run, false)),
                sums.unrated[0],
                amount(run, average(sums, 0), average(sums, 1), buyers),
                amount(run, sums.refunds[0], sums.refunds[1], null),
                amount(run, profit(sums, 0), profit(sums, 1), buyers),
                anonymous(run, from),
                months(run),
                stages,
                CHANGES.stream().map(group -> change(run, group)).toList(),
                products(run),
                channels(run),
                timelines.freshness(),
                run.currency(),
                run.version());
    }

    private static Figure figure(PeriodRuns.PeriodRun run, CustomerGroup group) {
        return new Figure(count(run, group, 0), count(run, group, 1), open(run, group));
    }

    private static Insights.Change change(PeriodRuns.PeriodRun run, CustomerGroup group) {
        return new Insights.Change(
                group.key(),
                group.label(),
                count(run, group, 0),
                count(run, group, 1),
                open(run, group));
    }

    private static int count(PeriodRuns.PeriodRun run, CustomerGroup group, int period) {
        PeriodTable table = run.table();
        return table.count(row -> group.holds(table, run.periods(), period, row));
    }

    private static String open(PeriodRuns.PeriodRun run, CustomerGroup group) {
        String period = run.days() == Insights.PERIOD_DAYS ? "" : "-" + run.days();
        return "in=overview.customers:" + group.key() + period + "&asOf=" + run.asOf();
    }

    private static Amount amount(
            PeriodRuns.PeriodRun run,
            @Nullable Long value,
            @Nullable Long previous,
            @Nullable String open) {
        return new Amount(money(run, value), money(run, previous), open);
    }

    private static @Nullable Money money(PeriodRuns.PeriodRun run, @Nullable Long amount) {
        return run.currency() == null || amount == null ? null : new Money(amount, run.currency());
    }

    private static @Nullable Long average(PeriodSums sums, int period) {
        return sums.orders[period] == 0
                ? null
                : Math.round((double) sums.revenue[period] / sums.orders[period]);
    }

    private static @Nullable Long profit(PeriodSums sums, int period) {
        boolean known =
                sums.orders[period] > 0 && sums.ordersWithCost[period] == sums.orders[period];
        return known ? sums.revenue[period] - sums.cost[period] : null;
    }

    private Insights.Anonymous anonymous(PeriodRuns.PeriodRun run, Instant from) {
        Orders.Totals totals = orders.totals(from.plusNanos(MICRO), run.asOf());
        return new Insights.Anonymous(
                totals.anonymousOrders(),
                totals.currency() == null
                        ? null
                        : new Money(totals.anonymousRevenue(), totals.currency()),
                sold(run, true));
    }

    /** The page of the purchases in the newest period. */
    private static String sold(PeriodRuns.PeriodRun run, boolean anonymous) {
        Instant from = Micros.toInstant(run.periods().end(1)).plusNanos(MICRO);
        return "/know/orders?status=sold&anonymous="
                + anonymous
                + "&from="
                + from
                + "&asOf="
                + run.asOf();
    }

    private static List<Insights.Month> months(PeriodRuns.PeriodRun run) {
        PeriodSums sums = run.table().sums;
        List<Insights.Month> months = new ArrayList<>();
        for (int i = 0; i < sums.monthRevenue.length; i++) {
            months.add(
                    new Insights.Month(
                            run.periods().months().get(i).toString(),
                            sums.monthRevenue[i],
                            sums.monthOrders[i],
                            sums.monthRefunds[i]));
        }
        return months;
    }

    private List<Insights.Product> products(PeriodRuns.PeriodRun run) {
        List<Map.Entry<Integer, PeriodSums.Tally>> best = best(run.table().sums.products);
        Set<String> skus =
                best.stream()
                        .map(entry -> run.table().word(entry.getKey()))
                        .collect(Collectors.toSet());
        Map<String, Catalog.Product> known = catalog.products(skus);
        return best.stream()
                .map(entry -> {
                    String sku = run.table().word(entry.getKey());
                    Catalog.Product product = known.get(sku);
                    return new Insights.Product(
                            sku,
                            product == null ? null : product.name(),
                            entry.getValue().revenue,
                            entry.getValue().number);
                })
                .toList();
    }

    private static List<Insights.Channel> channels(PeriodRuns.PeriodRun run) {
        return best(run.table().sums.channels).stream()
                .map(entry ->
                        new Insights.Channel(
                                run.table().word(entry.getKey()),
                                entry.getValue().revenue,
                                entry.getValue().number))
                .toList();
    }

    private static List<Map.Entry<Integer, PeriodSums.Tally>> best(
            Map<Integer, PeriodSums.Tally> tallies) {
        Comparator<Map.Entry<Integer, PeriodSums.Tally>> byRevenue =
                Comparator.comparingLong(entry -> -entry.getValue().revenue);
        return tallies.entrySet().stream()
                .sorted(byRevenue.thenComparing(Map.Entry::getKey))
                .limit(TOP)
                .toList();
    }
}
