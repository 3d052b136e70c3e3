package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What to offer each customer next. Several ways to tell are tried on the last visit of customers
 * who came at least twice, each knowing only what everybody had bought before the day of that
 * visit; one half of these customers chooses the way, the other half says how good it is. Where
 * nothing beats popularity, popularity is used.
 */
public final class NextOffers {
    private final ItemHistories histories;
    private final NextRules rules;
    private final Together together;
    private final boolean[] excluded;
    private final NextTrial trial;

    private NextOffers(
            ItemHistories histories,
            NextRules rules,
            Together together,
            boolean[] excluded,
            NextTrial trial) {
        this.histories = histories;
        this.rules = rules;
        this.together = together;
        this.excluded = excluded;
        this.trial = trial;
    }

    /**
     * @param today the day of the offer; nothing of the histories is later
     * @param excluded item numbers that are never offered
     */
    public static NextOffers learn(
            ItemHistories histories, NextRules rules, int today, IntPredicate excluded) {
        Together together = new Together(histories, rules);
        NextTrial trial = new NextTrial(histories, rules, together);
        int[] rows = rows(histories);
        long[] order = order(histories);
        int old = 0;
        for (int i = 0; i < order.length; ) {
            int day = histories.day((int) order[i]);
            old = forget(histories, together, order, old, day - rules.recentDays());
            int end = i;
            while (end < order.length && histories.day((int) order[end]) == day) {
                int visit = (int) order[end++];
                trial.meet(rows[visit], visit);
            }
            while (i < end) {
                int visit = (int) order[i++];
                together.visit(rows[visit], visit);
            }
        }
        forget(histories, together, order, old, today - rules.recentDays());
        boolean[] barred = new boolean[together.size()];
        for (int place = 0; place < barred.length; place++) {
            barred[place] = excluded.test(together.items[place]);
        }
        return new NextOffers(histories, rules, together, barred, trial);
    }

    private static int forget(
            ItemHistories histories, Together together, long[] order, int old, int day) {
        int next = old;
        while (next < order.length && histories.day((int) order[next]) < day) {
            together.forget((int) order[next++]);
        }
        return next;
    }

    private static int[] rows(ItemHistories histories) {
        int[] rows = new int[histories.visits()];
        for (int row = 0; row < histories.size(); row++) {
            Arrays.fill(rows, histories.from(row), histories.to(row), row);
        }
        return rows;
    }

    /** Visits by day; those of one day by customer. */
    private static long[] order(ItemHistories histories) {
        long[] order = new long[histories.visits()];
        for (int visit = 0; visit < order.length; visit++) {
            order[visit] = (long) histories.day(visit) << 32 | visit;
        }
        Arrays.sort(order);
        return order;
    }

    /** Customers whose last visit chose the way, and as many who said how good it is. */
    public int tested() {
        return trial.tested();
    }

    /** The way that the choosing half found best, by mean reciprocal rank; ties to the plainer. */
    public NextMethod method() {
        return Arrays.stream(NextMethod.values())
                .max(
                        Comparator.comparingDouble(trial::chosenBy)
                                .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** How good each way is on the telling half, the plainest first. */
    public List<NextQuality> qualities() {
        List<NextQuality> qualities = new ArrayList<>();
        for (NextMethod method : NextMethod.values()) {
            qualities.add(trial.quality(method));
        }
        return qualities;
    }

    /** Offering any of the products open to the customer, by chance: what is to be expected. */
    public NextQuality chance() {
        return trial.chance();
    }

    /** Products that are looked at. */
    public int products() {
        return together.size();
    }

    /** Those of them that anybody may be offered now. */
    public int offered() {
        int count = 0;
        for (int place = 0; place < together.size(); place++) {
            count += !excluded[place] && together.recent[place] > 0 ? 1 : 0;
        }
        return count;
    }

    /** Offers for customers in turn; for use by one thread. */
    public Offering offering() {
        return new Offering();
    }

    /** Looks up one customer's offers after another's. */
    public final class Offering {
        private final Ranking ranking = new Ranking(histories, together, rules, excluded);
        private final NextMethod method = method();

        private Offering() {}

        /** The best offers for the customer in a row, the best first. */
        public List<NextOffer> of(int row, int most) {
            if (ranking.customer(row, histories.to(row)) == 0) {
                return List.of();
            }
            List<NextOffer> offers = new ArrayList<>();
            for (int place : ranking.best(method, most).clone()) {
                offers.add(ranking.offer(method, place));
            }
            return offers;
        }
    }
}
