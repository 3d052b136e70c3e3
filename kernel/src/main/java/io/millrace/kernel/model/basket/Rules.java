package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Association rules with one item on the right, from frequent itemsets. */
public final class Rules {
    private Rules() {}

    /**
     * @param least the fewest items of a rule, both sides together; 1 includes rules with nothing
     *     on the left
     * @return strongest lift first; ties by count, then by name
     */
    public static List<Rule> of(
            Baskets baskets, List<Itemset> itemsets, double confidence, int least) {
        Map<List<Integer>, Integer> counts = FrequentItemsets.counts(itemsets);
        List<Rule> rules = new ArrayList<>();
        for (Itemset itemset : itemsets) {
            int[] items = itemset.items();
            for (int i = 0; items.length >= least && i < items.length; i++) {
                List<Integer> left = without(items, i);
                int base = left.isEmpty() ? baskets.count() : counts.getOrDefault(left, 0);
                if (itemset.count() >= confidence * base - 1e-9 * base) {
                    rules.add(rule(baskets, left, items[i], itemset.count(), base));
                }
            }
        }
        rules.sort(
                Comparator.comparingDouble(Rule::lift)
                        .thenComparingInt(Rule::count)
                        .reversed()
                        .thenComparing(rule -> String.join("\u0001", rule.left()))
                        .thenComparing(Rule::right));
        return rules;
    }

    private static List<Integer> without(int[] items, int index) {
        List<Integer> left = new ArrayList<>(items.length - 1);
        Arrays.stream(items).filter(item -> item != items[index]).forEach(left::add);
        return left;
    }

    private static Rule rule(Baskets baskets, List<Integer> left, int right, int count, int base) {
        double all = baskets.count();
        double support = count / all;
        double confidence = (double) count / base;
        double popularity = baskets.holders(right) / all;
        return new Rule(
                left.stream().map(baskets.items()::get).toList(),
                baskets.items().get(right),
                count,
                support,
                confidence,
                confidence / popularity,
                support - base / all * popularity,
                count == base ? Double.POSITIVE_INFINITY : (1 - popularity) / (1 - confidence));
    }
}
