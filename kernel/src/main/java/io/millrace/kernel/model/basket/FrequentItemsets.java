package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All itemsets of a minimum support: Eclat, depth first over sorted lists of baskets. Zaki, IEEE
 * Transactions on Knowledge and Data Engineering 12 (2000).
 */
public final class FrequentItemsets {
    private final Baskets baskets;
    private final int least;
    private final int longest;
    private final List<Itemset> found = new ArrayList<>();

    private FrequentItemsets(Baskets baskets, int least, int longest) {
        this.baskets = baskets;
        this.least = least;
        this.longest = longest;
    }

    /**
     * @param support share of the baskets, above 0, at most 1
     * @param longest how many items an itemset may have
     * @return the itemsets, and how often each is held; in the order of their item numbers
     */
    public static List<Itemset> of(Baskets baskets, double support, int longest) {
        if (!(support > 0 && support <= 1) || longest < 1) {
            throw new IllegalArgumentException(
                    "support %s, longest %d".formatted(support, longest));
        }
        int least = Math.max(1, (int) Math.ceil(support * baskets.count() - 1e-9));
        FrequentItemsets search = new FrequentItemsets(baskets, least, longest);
        search.run();
        return List.copyOf(search.found);
    }

    private void run() {
        List<int[]> lists = new ArrayList<>();
        int[] items = new int[baskets.items().size()];
        int size = 0;
        for (int item = 0; item < baskets.items().size(); item++) {
            if (baskets.holders(item) >= least) {
                items[size++] = item;
            }
        }
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            order[i] = items[i];
        }
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(baskets::holders)
                        .thenComparing(Comparator.naturalOrder()));
        int[] rarestFirst = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        for (int item : rarestFirst) {
            lists.add(baskets.holding(item));
        }
        grow(new int[0], rarestFirst, lists);
        found.sort((a, b) -> Arrays.compare(a.items(), b.items()));
    }

    private void grow(int[] prefix, int[] items, List<int[]> lists) {
        for (int i = 0; i < items.length; i++) {
            int[] grown = Arrays.copyOf(prefix, prefix.length + 1);
            grown[prefix.length] = items[i];
            int[] sorted = grown.clone();
            Arrays.sort(sorted);
            found.add(new Itemset(sorted, lists.get(i).length));
            if (grown.length == longest) {
                continue;
            }
            int[] further = new int[items.length - i - 1];
            List<int[]> furtherLists = new ArrayList<>();
            int size = 0;
            for (int j = i + 1; j < items.length; j++) {
                int[] common = Baskets.both(lists.get(i), lists.get(j));
                if (common.length >= least) {
                    further[size++] = items[j];
                    furtherLists.add(common);
                }
            }
            if (size > 0) {
                grow(grown, Arrays.copyOf(further, size), furtherLists);
            }
        }
    }

    /** Counts by items, for looking up the parts of an itemset. */
    static Map<List<Integer>, Integer> counts(List<Itemset> itemsets) {
        Map<List<Integer>, Integer> counts = new HashMap<>(itemsets.size() * 2);
        for (Itemset itemset : itemsets) {
            counts.put(Arrays.stream(itemset.items()).boxed().toList(), itemset.count());
        }
        return counts;
    }
}
