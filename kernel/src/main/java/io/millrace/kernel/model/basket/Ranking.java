package io.millrace.kernel.model.basket;

import java.util.Arrays;

/** Puts the products in order for one customer after another. */
final class Ranking {
    private static final int FUSED = 50;
    private static final int FUSION = 60;

    private final Together together;
    private final NextRules rules;
    private final boolean[] excluded;
    private final Owned owned;
    private final boolean[] open;
    private final double[] scores;
    private final double[] fused;
    private final double[] roots;
    private int[] best = {};

    /**
     * @param excluded by place, those never to be offered
     */
    Ranking(ItemHistories histories, Together together, NextRules rules, boolean[] excluded) {
        this.together = together;
        this.rules = rules;
        this.excluded = excluded;
        int size = together.size();
        this.owned = new Owned(histories, together.places, size);
        this.open = new boolean[size];
        this.scores = new double[size];
        this.fused = new double[size];
        this.roots = new double[size];
    }

    /**
     * From here on the customer as they were before a visit; the number of products open to them.
     */
    int customer(int row, int visit) {
        owned.recall(row, visit);
        int count = 0;
        for (int place = 0; place < open.length; place++) {
            open[place] = isOpen(place);
            count += open[place] ? 1 : 0;
            roots[place] = 1 / Math.sqrt(Math.max(1, together.buyers[place]));
        }
        return count;
    }

    boolean isOffered(int place) {
        return open[place];
    }

    private boolean isOpen(int place) {
        if (excluded[place]
                || together.recent[place] == 0
                || together.buyers[place] < rules.least()) {
            return false;
        }
        int again = together.both[place][place];
        return !owned.has(place)
                || (again >= rules.least() && again >= rules.again() * together.buyers[place]);
    }

    /** The first products by a method, at most so many; as places. Valid until the next call. */
    int[] best(NextMethod method, int most) {
        if (method == NextMethod.BLEND) {
            fuse();
            return first(fused, most);
        }
        score(method);
        return first(scores, most);
    }

    private void fuse() {
        Arrays.fill(fused, 0);
        for (NextMethod part :
                new NextMethod[] {NextMethod.RULES, NextMethod.SIMILAR, NextMethod.POPULAR}) {
            score(part);
            int[] ranked = first(scores, FUSED);
            for (int rank = 0; rank < ranked.length; rank++) {
                // Filled up by popularity, which has its own say.
                if (scores[ranked[rank]] > 0) {
                    fused[ranked[rank]] += 1.0 / (FUSION + rank + 1);
                }
            }
        }
    }

    private void score(NextMethod method) {
        Arrays.fill(scores, 0);
        int size = Math.min(owned.size(), rules.longest());
        switch (method) {
            case POPULAR -> Arrays.setAll(scores, place -> together.recent[place]);
            case RULES -> confidence(size);
            case LAST_VISIT -> confidence(Math.min(size, owned.last()));
            case SIMILAR -> similarity(size);
            case BLEND -> throw new IllegalArgumentException("a blend has no score of its own");
        }
    }

    private void confidence(int size) {
        for (int i = 0; i < size; i++) {
            int[] row = together.both[owned.place(i)];
            double buyers = together.buyers[owned.place(i)];
            for (int place = 0; place < row.length; place++) {
                int both = row[place];
                if (both >= rules.least()
                        && (double) both * together.customers > buyers * together.buyers[place]) {
                    scores[place] = Math.max(scores[place], both / buyers);
                }
            }
        }
    }

    private void similarity(int size) {
        for (int i = 0; i < size; i++) {
            int[] row = together.both[owned.place(i)];
            double root = roots[owned.place(i)];
            for (int place = 0; place < row.length; place++) {
                double both = row[place];
                scores[place] +=
                        both * both / (both + rules.shrinkage() + 1e-9) * root * roots[place];
            }
        }
    }

    /** The highest scores; ties by popularity, then by how many ever bought it. */
    private int[] first(double[] by, int most) {
        best = best.length == most ? best : new int[most];
        int count = 0;
        for (int place = 0; place < by.length; place++) {
            if (!open[place] || (count == most && !isBefore(by, place, best[count - 1]))) {
                continue;
            }
            int at = count < most ? count++ : most - 1;
            while (at > 0 && isBefore(by, place, best[at - 1])) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = place;
        }
        return count == most ? best : Arrays.copyOf(best, count);
    }

    private boolean isBefore(double[] by, int place, int other) {
        if (by[place] != by[other]) {
            return by[place] > by[other];
        }
        int recent = Integer.compare(together.recent[place], together.recent[other]);
        return recent != 0 ? recent > 0 : place < other;
    }

    /** What speaks most for a product: by confidence, or by similarity. */
    NextOffer offer(NextMethod method, int place) {
        int size = Math.min(owned.size(), rules.longest());
        size = method == NextMethod.LAST_VISIT ? Math.min(size, owned.last()) : size;
        int because = -1;
        double most = 0;
        for (int i = 0; i < size && method != NextMethod.POPULAR; i++) {
            int from = owned.place(i);
            double weight = weight(method, from, place);
            if (weight > most) {
                most = weight;
                because = from;
            }
        }
        double popularity = together.buyers[place] / (double) Math.max(1, together.customers);
        if (because < 0) {
            return new NextOffer(together.items[place], -1, popularity, 1);
        }
        double share = together.both[because][place] / (double) together.buyers[because];
        return new NextOffer(
                together.items[place], together.items[because], share, share / popularity);
    }

    private double weight(NextMethod method, int from, int place) {
        int both = together.both[from][place];
        double share = both / (double) together.buyers[from];
        if (both < rules.least() || share * together.customers <= together.buyers[place]) {
            return 0;
        }
        return method == NextMethod.SIMILAR || method == NextMethod.BLEND
                ? share * roots[place] / roots[from] * both / (both + rules.shrinkage() + 1e-9)
                : share;
    }
}
