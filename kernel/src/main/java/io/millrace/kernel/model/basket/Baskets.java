package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Baskets of items, an item at most once in each. Items are numbered in the order of their names,
 * so that the order in which baskets arrive changes nothing.
 */
public final class Baskets {
    private final List<String> items;
    private final int[][] holders;
    private final int count;

    private Baskets(List<String> items, int[][] holders, int count) {
        this.items = items;
        this.holders = holders;
        this.count = count;
    }

    /** Empty baskets count too. */
    public static Baskets of(Collection<? extends Collection<String>> baskets) {
        Map<String, List<Integer>> byItem = new TreeMap<>();
        int basket = 0;
        for (Collection<String> content : baskets) {
            for (String item : new TreeSet<>(content)) {
                byItem.computeIfAbsent(item, key -> new ArrayList<>()).add(basket);
            }
            basket++;
        }
        int[][] holders = new int[byItem.size()][];
        int item = 0;
        for (List<Integer> list : byItem.values()) {
            holders[item++] = list.stream().mapToInt(Integer::intValue).toArray();
        }
        return new Baskets(List.copyOf(byItem.keySet()), holders, basket);
    }

    public int count() {
        return count;
    }

    public List<String> items() {
        return items;
    }

    /** How many baskets hold the item. */
    public int holders(int item) {
        return holders[item].length;
    }

    int[] holding(int item) {
        return holders[item];
    }

    /** The baskets in both, ascending. */
    static int[] both(int[] left, int[] right) {
        int[] common = new int[Math.min(left.length, right.length)];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                common[size++] = left[i++];
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Arrays.copyOf(common, size);
    }
}
