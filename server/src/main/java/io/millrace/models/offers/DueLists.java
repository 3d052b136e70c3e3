package io.millrace.models.offers;

import io.millrace.kernel.model.basket.Repurchase;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.offers.RepurchaseSelection.What;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the last lists, each as long as the items it is made of. */
@Component
final class DueLists implements Repurchasing {
    private static final int SHOWN = 200;
    private static final int POINTS = 40;

    private final BoughtItems bought;
    private volatile @Nullable DueList last;

    DueLists(BoughtItems bought) {
        this.bought = bought;
    }

    DueList of(By by, @Nullable Instant asOf) {
        BoughtItems.Items items = bought.of(by, asOf);
        DueList known = last;
        if (known != null && known.items == items) {
            return known;
        }
        DueList fresh = new DueList(items);
        last = fresh;
        return fresh;
    }

    @Override
    public List<Due> mostPressing(@Nullable Instant asOf) {
        DueList list = of(By.SKU, asOf);
        List<Due> pressing = new ArrayList<>();
        for (int index = 0; index < list.size(); ) {
            int best = index;
            int open = 0;
            int row = list.row(index);
            while (index < list.size() && list.row(index) == row) {
                open += isOpen(list.state(index)) ? 1 : 0;
                best = isMorePressing(list, index, best) ? index : best;
                index++;
            }
            pressing.add(
                    new Due(
                            row,
                            list.items.histories().customerHigh(row),
                            list.items.histories().customerLow(row),
                            list.items.item(list.product(best)),
                            list.items.category(list.product(best)),
                            LocalDate.ofEpochDay(list.day(best)),
                            list.state(best),
                            open));
        }
        return pressing;
    }

    private static boolean isOpen(State state) {
        return state == State.DUE || state == State.OVERDUE;
    }

    /** What runs out first, what has lapsed last of all. */
    private static boolean isMorePressing(DueList list, int index, int than) {
        boolean lapsed = list.state(index) == State.LAPSED;
        if (lapsed != (list.state(than) == State.LAPSED)) {
            return !lapsed;
        }
        return list.day(index) < list.day(than);
    }

    @Override
    public Page page(By by, @Nullable Instant asOf) {
        DueList list = of(by, asOf);
        int[][] counts = counts(list);
        List<Repurchase> shown =
                list.repurchases.all().stream()
                        .sorted(
                                Comparator.<Repurchase, Boolean>comparing(one -> !one.replenishes())
                                        .thenComparing(one -> -one.buyers())
                                        .thenComparing(Repurchase::item))
                        .limit(SHOWN)
                        .toList();
        return new Page(
                list.items.asOf(),
                LocalDate.ofEpochDay(list.items.today()),
                list.items.histories().items().size(),
                (int) list.repurchases.all().stream().filter(Repurchase::replenishes).count(),
                customers(list, State.DUE),
                RepurchaseSelection.open(What.DUE, by, ""),
                customers(list, State.OVERDUE),
                RepurchaseSelection.open(What.OVERDUE, by, ""),
                shown.stream().map(one -> row(list.items, by, one, counts)).toList());
    }

    private static int customers(DueList list, State state) {
        SortedProfiles who = list.where(index -> list.state(index) == state);
        return who.size();
    }

    /** By state and product. */
    private static int[][] counts(DueList list) {
        int[][] counts = new int[State.values().length][list.repurchases.all().size()];
        for (int index = 0; index < list.size(); index++) {
            counts[list.state(index).ordinal()][list.product(index)]++;
        }
        return counts;
    }

    private static Row row(BoughtItems.Items items, By by, Repurchase one, int[][] counts) {
        String key = items.key(one.item());
        return new Row(
                items.item(one.item()),
                items.category(one.item()),
                one.replenishes(),
                one.buyers(),
                RepurchaseSelection.open(What.BUYERS, by, key),
                one.again(),
                RepurchaseSelection.open(What.AGAIN, by, key),
                one.intervals(),
                one.withinYear(),
                finite(one.lower()),
                finite(one.median()),
                finite(one.upper()),
                one.perUnit(),
                counts[State.DUE.ordinal()][one.item()],
                RepurchaseSelection.open(What.DUE, by, key),
                counts[State.OVERDUE.ordinal()][one.item()],
                RepurchaseSelection.open(What.OVERDUE, by, key),
                curve(one));
    }

    private static @Nullable Double finite(double days) {
        return Double.isFinite(days) ? days : null;
    }

    private static List<Point> curve(Repurchase one) {
        int steps = one.curve().steps();
        int every = Math.max(1, (steps + POINTS - 1) / POINTS);
        List<Point> points = new ArrayList<>();
        for (int step = 0; step < steps; step += every) {
            points.add(new Point(one.curve().time(step), one.curve().happened(step)));
        }
        if (steps > 1 && (steps - 1) % every != 0) {
            points.add(new Point(one.curve().time(steps - 1), one.curve().happened(steps - 1)));
        }
        return points;
    }
}
