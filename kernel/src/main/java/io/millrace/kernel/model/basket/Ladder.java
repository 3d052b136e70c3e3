package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How customers move between the price tiers of one category. A product's price is the median of
 * what a unit of it came to; the products of a category, in the order of their prices, part into
 * three tiers of equally many. A customer's tier on a day is that of the dearest product of the
 * category then. Each customer with two such days at least is counted once: from the tier of the
 * first day to that of the last.
 */
public final class Ladder {
    public static final int TIERS = 3;

    private static final int NONE = -1;

    private final int category;
    private final int[] tiers;
    private final double[] from;
    private final double[] to;
    private final int[] firsts;
    private final int[] lasts;
    private final int[] days;

    private Ladder(int category, int[] tiers, double[] from, double[] to, int customers) {
        this.category = category;
        this.tiers = tiers;
        this.from = from;
        this.to = to;
        this.firsts = new int[customers];
        this.lasts = new int[customers];
        this.days = new int[customers];
    }

    /**
     * @param categories by item number, -1 where none is known
     * @return a ladder for each category with at least three products of different prices
     */
    public static List<Ladder> of(ItemHistories histories, int[] categories) {
        double[] prices = prices(histories);
        List<Ladder> ladders = new ArrayList<>();
        for (int category :
                Arrays.stream(categories).filter(c -> c >= 0).sorted().distinct().toArray()) {
            Ladder ladder = ladder(histories, categories, category, prices);
            if (ladder != null) {
                ladder.walk(histories);
                ladders.add(ladder);
            }
        }
        return ladders;
    }

    private static @Nullable Ladder ladder(
            ItemHistories histories, int[] categories, int category, double[] prices) {
        Integer[] items =
                IntStream.range(0, categories.length)
                        .filter(item -> categories[item] == category && prices[item] > 0)
                        .boxed()
                        .sorted((a, b) ->
                                prices[a] != prices[b]
                                        ? Double.compare(prices[a], prices[b])
                                        : a - b)
                        .toArray(Integer[]::new);
        int[] tiers = new int[categories.length];
        Arrays.fill(tiers, NONE);
        double[] from = new double[TIERS];
        double[] to = new double[TIERS];
        int next = 0;
        for (int tier = 0; tier < TIERS; tier++) {
            int end = Math.max(next, items.length * (tier + 1) / TIERS);
            // Products of one price are in one tier.
            while (end > next
                    && end < items.length
                    && prices[items[end]] == prices[items[end - 1]]) {
                end++;
            }
            if (end == next) {
                return null;
            }
            from[tier] = prices[items[next]];
            to[tier] = prices[items[end - 1]];
            for (; next < end; next++) {
                tiers[items[next]] = tier;
            }
        }
        return new Ladder(category, tiers, from, to, histories.size());
    }

    /** Median of what a unit came to, 0 where nothing was paid. */
    static double[] prices(ItemHistories histories) {
        int size = histories.items().size();
        int[] ends = new int[size + 1];
        for (int line = 0; line < histories.lines(); line++) {
            ends[histories.item(line) + 1]++;
        }
        for (int item = 0; item < size; item++) {
            ends[item + 1] += ends[item];
        }
        int[] next = ends.clone();
        double[] all = new double[histories.lines()];
        for (int line = 0; line < histories.lines(); line++) {
            all[next[histories.item(line)]++] =
                    histories.amount(line) / (double) histories.quantity(line);
        }
        double[] prices = new double[size];
        for (int item = 0; item < size; item++) {
            Arrays.sort(all, ends[item], ends[item + 1]);
            int count = ends[item + 1] - ends[item];
            prices[item] = (all[ends[item] + (count - 1) / 2] + all[ends[item] + count / 2]) / 2;
        }
        return prices;
    }

    private void walk(ItemHistories histories) {
        for (int row = 0; row < firsts.length; row++) {
            firsts[row] = NONE;
            lasts[row] = NONE;
            for (int visit = histories.from(row); visit < histories.to(row); visit++) {
                int tier = NONE;
                for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                    tier = Math.max(tier, tiers[histories.item(line)]);
                }
                if (tier != NONE) {
                    firsts[row] = firsts[row] == NONE ? tier : firsts[row];
                    lasts[row] = tier;
                    days[row]++;
                }
            }
        }
    }

    public int category() {
        return category;
    }

    /** The tier of an item, 0 the cheapest; -1 outside the category. */
    public int tier(int item) {
        return tiers[item];
    }

    /** The lowest price of a tier, in minor units. */
    public double lowest(int tier) {
        return from[tier];
    }

    public double highest(int tier) {
        return to[tier];
    }

    /** True if the customer began in one tier and is in another one (or the same) at last. */
    public boolean isMove(int row, int first, int last) {
        return days[row] > 1 && firsts[row] == first && lasts[row] == last;
    }

    /** True if the customer bought in the category on one day only, in this tier. */
    public boolean isOnce(int row, int tier) {
        return days[row] == 1 && lasts[row] == tier;
    }

    /** Customers by the tier of their first day and that of their last one. */
    public int[][] moves() {
        int[][] moves = new int[TIERS][TIERS];
        for (int row = 0; row < days.length; row++) {
            if (days[row] > 1) {
                moves[firsts[row]][lasts[row]]++;
            }
        }
        return moves;
    }

    /** Customers of one day only, by its tier. */
    public int[] once() {
        int[] once = new int[TIERS];
        for (int row = 0; row < days.length; row++) {
            if (days[row] == 1) {
                once[lasts[row]]++;
            }
        }
        return once;
    }
}
