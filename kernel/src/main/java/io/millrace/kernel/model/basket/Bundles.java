package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds bundles in what customers bought on one day. */
public final class Bundles {
    private final ItemHistories histories;
    private final Baskets baskets;
    private final double[] prices;

    private Bundles(ItemHistories histories, Baskets baskets) {
        this.histories = histories;
        this.baskets = baskets;
        this.prices = Ladder.prices(histories);
    }

    /**
     * @param support share of all visits, above 0, at most 1
     * @param longest items of a bundle, at least 2
     * @return those bought together more often than by chance: the highest lift first
     */
    public static List<Bundle> of(ItemHistories histories, double support, int longest) {
        if (histories.visits() == 0) {
            return List.of();
        }
        Bundles bundles = new Bundles(histories, Baskets.of(visits(histories)));
        // One longer, so that the longest that are shown are known to be closed.
        return bundles.closed(FrequentItemsets.of(bundles.baskets, support, longest + 1), longest);
    }

    private static List<List<String>> visits(ItemHistories histories) {
        List<List<String>> visits = new ArrayList<>();
        for (int visit = 0; visit < histories.visits(); visit++) {
            List<String> items = new ArrayList<>();
            for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                items.add(histories.items().get(histories.item(line)));
            }
            visits.add(items);
        }
        return visits;
    }

    private List<Bundle> closed(List<Itemset> itemsets, int longest) {
        Map<List<Integer>, Integer> counts = FrequentItemsets.counts(itemsets);
        Set<List<Integer>> extended = new HashSet<>();
        Set<List<Integer>> open = new HashSet<>();
        for (Itemset itemset : itemsets) {
            List<Integer> items = Arrays.stream(itemset.items()).boxed().toList();
            for (int i = 0; i < items.size(); i++) {
                List<Integer> part = new ArrayList<>(items);
                part.remove(i);
                extended.add(part);
                if (counts.getOrDefault(part, 0) == itemset.count()) {
                    open.add(part);
                }
            }
        }
        List<Bundle> bundles = new ArrayList<>();
        for (Itemset itemset : itemsets) {
            int[] items = itemset.items();
            List<Integer> key = Arrays.stream(items).boxed().toList();
            if (items.length >= 2 && items.length <= longest && !open.contains(key)) {
                Bundle bundle = bundle(itemset, !extended.contains(key));
                if (bundle.lift() > 1) {
                    bundles.add(bundle);
                }
            }
        }
        bundles.sort(
                Comparator.comparingDouble(Bundle::lift)
                        .thenComparingInt(Bundle::count)
                        .reversed()
                        .thenComparing(Bundle::items, Arrays::compare));
        return bundles;
    }

    private Bundle bundle(Itemset itemset, boolean maximal) {
        double chance = 1;
        double singles = 0;
        int[] common = null;
        for (int item : itemset.items()) {
            chance *= baskets.holders(item) / (double) baskets.count();
            singles += prices[item];
            common =
                    common == null
                            ? baskets.holding(item)
                            : Baskets.both(common, baskets.holding(item));
        }
        double support = itemset.count() / (double) baskets.count();
        return new Bundle(
                itemset.items(),
                itemset.count(),
                support,
                support / chance,
                maximal,
                singles,
                together(itemset.items(), common == null ? new int[0] : common));
    }

    /** Every item was bought by somebody: items of baskets have the numbers of histories. */
    private double together(int[] items, int[] visits) {
        double sum = 0;
        for (int visit : visits) {
            int next = 0;
            for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                if (next < items.length && histories.item(line) == items[next]) {
                    sum += histories.amount(line) / (double) histories.quantity(line);
                    next++;
                }
            }
        }
        return sum / Math.max(1, visits.length);
    }
}
