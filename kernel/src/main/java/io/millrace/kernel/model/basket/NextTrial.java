package io.millrace.kernel.model.basket;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Holds offers against the last visit of customers. In the order of their ids every other one
 * chooses, the others tell.
 */
final class NextTrial {
    private static final int LONGEST = 10;
    private static final int[] AT = {1, 3, 5, 10};
    private static final int CHOOSES = 1;
    private static final int TELLS = 2;

    /** Hits within the first 1, 3, 5, 10, and reciprocal ranks. */
    private static final class Sums {
        private final double[] hits = new double[AT.length];
        private double reciprocal;

        void rank(int rank, double weight) {
            for (int i = 0; i < AT.length; i++) {
                hits[i] += rank <= AT[i] ? weight : 0;
            }
            reciprocal += weight / rank;
        }
    }

    private final ItemHistories histories;
    private final Together together;
    private final Ranking ranking;
    private final Map<NextMethod, Sums> choosing = new EnumMap<>(NextMethod.class);
    private final Map<NextMethod, Sums> telling = new EnumMap<>(NextMethod.class);
    private final Sums chance = new Sums();
    private final int[] half;
    private final int[] met = new int[3];

    NextTrial(ItemHistories histories, NextRules rules, Together together) {
        this.histories = histories;
        this.together = together;
        this.ranking = new Ranking(histories, together, rules, new boolean[together.size()]);
        for (NextMethod method : NextMethod.values()) {
            choosing.put(method, new Sums());
            telling.put(method, new Sums());
        }
        this.half = halves(histories, rules.tested());
    }

    /** Evenly over all customers who came at least twice; 0 for those who are not tested. */
    private static int[] halves(ItemHistories histories, int most) {
        int[] half = new int[histories.size()];
        long repeat = 0;
        for (int row = 0; row < half.length; row++) {
            repeat += histories.to(row) - histories.from(row) > 1 ? 1 : 0;
        }
        long met = 0;
        int taken = 0;
        for (int row = 0; row < half.length && repeat > 0; row++) {
            if (histories.to(row) - histories.from(row) > 1
                    && ++met * Math.min(most, repeat) / repeat > taken) {
                half[row] = taken++ % 2 + 1;
            }
        }
        return half;
    }

    /** Tells of a visit whose day is not counted yet. */
    void meet(int row, int visit) {
        if (half[row] == 0 || visit != histories.to(row) - 1) {
            return;
        }
        int open = ranking.customer(row, visit);
        if (open == 0) {
            return;
        }
        met[half[row]]++;
        boolean[] bought = new boolean[together.size()];
        int targets = 0;
        for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
            int place = together.places[histories.item(line)];
            if (place >= 0 && ranking.isOffered(place)) {
                bought[place] = true;
                targets++;
            }
        }
        if (targets > 0) {
            (half[row] == CHOOSES ? choosing : telling)
                    .forEach((method, sums) -> hold(ranking.best(method, LONGEST), bought, sums));
        }
        if (targets > 0 && half[row] == TELLS) {
            byChance(open, targets);
        }
    }

    private static void hold(int[] offers, boolean[] bought, Sums sums) {
        for (int rank = 1; rank <= offers.length; rank++) {
            if (bought[offers[rank - 1]]) {
                sums.rank(rank, 1);
                return;
            }
        }
    }

    /** The first hit is at a rank with the chance that all before miss and this one does not. */
    private void byChance(int open, int targets) {
        double missed = 1;
        for (int rank = 1; rank <= Math.min(LONGEST, open); rank++) {
            double hit = Math.min(1, targets / (double) (open - rank + 1));
            chance.rank(rank, missed * hit);
            missed *= 1 - hit;
        }
    }

    int tested() {
        return met[TELLS];
    }

    double chosenBy(NextMethod method) {
        return of(choosing, method).reciprocal;
    }

    NextQuality quality(NextMethod method) {
        return quality(method.key(), of(telling, method));
    }

    NextQuality chance() {
        return quality("chance", chance);
    }

    private static Sums of(Map<NextMethod, Sums> sums, NextMethod method) {
        return Objects.requireNonNull(sums.get(method));
    }

    private NextQuality quality(String method, Sums sums) {
        double of = Math.max(1, met[TELLS]);
        return new NextQuality(
                method,
                sums.hits[0] / of,
                sums.hits[1] / of,
                sums.hits[2] / of,
                sums.hits[3] / of,
                sums.reciprocal / of);
    }
}
