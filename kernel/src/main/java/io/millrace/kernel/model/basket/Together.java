package io.millrace.kernel.model.basket;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many customers bought both of two products, ever, as of a day that moves on: visits are told
 * in the order of time. Products have places here, the most bought first; the others are left out.
 */
final class Together {
    /** By item number, -1 where left out. */
    final int[] places;

    /** By place. */
    final int[] items;

    /** Customers who bought both; on the diagonal those who bought it on two days at least. */
    final int[][] both;

    final int[] buyers;

    /** Visits within the recent days that have it. */
    final int[] recent;

    /** Customers with any visit so far. */
    int customers;

    private final ItemHistories histories;
    private final NextRules rules;
    private final Owned owned;

    Together(ItemHistories histories, NextRules rules) {
        this.histories = histories;
        this.rules = rules;
        int[] all = histories.buyers();
        this.items =
                IntStream.range(0, all.length)
                        .filter(item -> all[item] >= rules.least())
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(item -> -all[item])
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(rules.most())
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.places = new int[all.length];
        Arrays.fill(places, -1);
        for (int place = 0; place < items.length; place++) {
            places[items[place]] = place;
        }
        this.both = new int[items.length][items.length];
        this.buyers = new int[items.length];
        this.recent = new int[items.length];
        this.owned = new Owned(histories, places, items.length);
    }

    int size() {
        return items.length;
    }

    /** Counts a visit; all earlier ones of the same customer have been told. */
    void visit(int row, int visit) {
        owned.recall(row, visit);
        customers += visit == histories.from(row) ? 1 : 0;
        int[] fresh = new int[histories.lineTo(visit) - histories.lineFrom(visit)];
        int count = 0;
        for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
            int place = places[histories.item(line)];
            if (place < 0) {
                continue;
            }
            recent[place]++;
            if (owned.has(place)) {
                both[place][place] += owned.times(place) == 1 ? 1 : 0;
            } else {
                buyers[place]++;
                fresh[count++] = place;
            }
        }
        pair(fresh, count);
    }

    /** New products with one another and with those of before, as far back as counts. */
    private void pair(int[] fresh, int count) {
        int first = Math.min(count, rules.longest());
        int before = Math.min(owned.size(), rules.longest() - first);
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < i; j++) {
                pair(fresh[i], fresh[j]);
            }
            for (int j = 0; j < before; j++) {
                pair(fresh[i], owned.place(j));
            }
        }
    }

    private void pair(int one, int other) {
        both[one][other]++;
        both[other][one]++;
    }

    /** The visit is no longer a recent one. */
    void forget(int visit) {
        for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
            int place = places[histories.item(line)];
            if (place >= 0) {
                recent[place]--;
            }
        }
    }
}
