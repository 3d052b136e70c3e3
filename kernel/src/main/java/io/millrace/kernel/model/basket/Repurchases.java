package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Intervals of repurchase of all products, and when each customer's purchases run out. */
public final class Repurchases {
    private static final int YEAR = 365;
    private static final int AGAIN = 10;
    private static final double SHARE = 0.25;
    private static final int WAITING = 10;

    private final ItemHistories histories;
    private final int today;
    private final List<Repurchase> all;

    private Repurchases(ItemHistories histories, int today, List<Repurchase> all) {
        this.histories = histories;
        this.today = today;
        this.all = all;
    }

    /**
     * @param today the day on which spells without a next purchase are cut off; nothing of the
     *     histories is later
     */
    public static Repurchases of(ItemHistories histories, int today) {
        Spells spells = Spells.of(histories, today);
        List<Repurchase> all = new ArrayList<>();
        for (int item = 0; item < histories.items().size(); item++) {
            all.add(repurchase(spells, item));
        }
        return new Repurchases(histories, today, all);
    }

    private static Repurchase repurchase(Spells spells, int item) {
        int from = spells.from(item);
        int size = spells.to(item) - from;
        boolean perUnit = UnitsLast.of(spells, item);
        double[] durations = new double[size];
        boolean[] ended = new boolean[size];
        int intervals = 0;
        for (int i = 0; i < size; i++) {
            durations[i] = spells.days(from + i) / (perUnit ? spells.units(from + i) : 1.0);
            ended[i] = spells.isEnded(from + i);
            intervals += ended[i] ? 1 : 0;
        }
        Survival curve = Survival.of(durations, ended);
        double plateau =
                Math.max(curve.plateau(WAITING), curve.steps() > 0 ? curve.happened(0) : 0);
        double withinYear = perUnit ? year(spells, item) : curve.by(YEAR);
        return new Repurchase(
                item,
                spells.buyers(item),
                spells.again(item),
                intervals,
                withinYear,
                quantile(curve, plateau, 0.25),
                quantile(curve, plateau, 0.5),
                quantile(curve, plateau, 0.75),
                perUnit,
                spells.again(item) >= AGAIN && withinYear >= SHARE,
                curve);
    }

    private static double quantile(Survival curve, double plateau, double share) {
        return plateau > 0 ? curve.quantile(plateau * share) : Double.NaN;
    }

    private static double year(Spells spells, int item) {
        double[] days = new double[spells.to(item) - spells.from(item)];
        boolean[] ended = new boolean[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = spells.days(spells.from(item) + i);
            ended[i] = spells.isEnded(spells.from(item) + i);
        }
        return Survival.of(days, ended).by(YEAR);
    }

    /** By item number. */
    public List<Repurchase> all() {
        return all;
    }

    /** What a customer's last purchases come to. */
    @FunctionalInterface
    public interface Dues {
        /**
         * @param last the day of the last purchase
         * @param due the day on which it runs out
         * @param interval days from one to the other
         */
        void due(int row, int item, int last, int due, int interval);
    }

    /**
     * Tells of each customer and each product that is bought again and again when the last purchase
     * runs out: after the customer's own median interval where at least three are known, else after
     * the product's; times the units where these matter. In the order of the customers, then of the
     * items.
     */
    public void forEachDue(Dues dues) {
        OwnRhythm rhythm = new OwnRhythm(histories, all);
        for (int row = 0; row < histories.size(); row++) {
            for (int item : rhythm.customer(row)) {
                int interval = rhythm.interval(item);
                dues.due(row, item, rhythm.last(item), rhythm.last(item) + interval, interval);
            }
        }
    }

    public int today() {
        return today;
    }

    /** One customer's intervals of the products that are bought again and again. */
    private static final class OwnRhythm {
        private static final int OWN = 3;

        private final ItemHistories histories;
        private final List<Repurchase> all;
        private final int[] last;
        private final int[] units;
        private final double[][] own;
        private final int[] count;

        OwnRhythm(ItemHistories histories, List<Repurchase> all) {
            this.histories = histories;
            this.all = all;
            this.last = new int[all.size()];
            this.units = new int[all.size()];
            this.own = new double[all.size()][4];
            this.count = new int[all.size()];
        }

        /** The items, ascending. */
        int[] customer(int row) {
            int from = histories.lineFrom(histories.from(row));
            int to = histories.lineTo(histories.to(row) - 1);
            int[] items = new int[to - from];
            int size = 0;
            for (int visit = histories.from(row); visit < histories.to(row); visit++) {
                for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                    int item = histories.item(line);
                    if (all.get(item).replenishes()) {
                        items[size++] = item;
                    }
                }
            }
            items = Arrays.stream(items, 0, size).sorted().distinct().toArray();
            for (int item : items) {
                count[item] = -1;
            }
            for (int visit = histories.from(row); visit < histories.to(row); visit++) {
                for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                    bought(histories.item(line), histories.day(visit), histories.quantity(line));
                }
            }
            return items;
        }

        private void bought(int item, int day, int quantity) {
            Repurchase product = all.get(item);
            if (!product.replenishes()) {
                return;
            }
            if (count[item] >= 0) {
                own[item] =
                        count[item] < own[item].length
                                ? own[item]
                                : Arrays.copyOf(own[item], count[item] * 2);
                own[item][count[item]] =
                        (day - last[item]) / (product.perUnit() ? (double) units[item] : 1);
            }
            count[item]++;
            last[item] = day;
            units[item] = quantity;
        }

        int last(int item) {
            return last[item];
        }

        int interval(int item) {
            Repurchase product = all.get(item);
            double interval = product.median();
            if (count[item] >= OWN) {
                double[] sorted = Arrays.copyOf(own[item], count[item]);
                Arrays.sort(sorted);
                int middle = sorted.length / 2;
                interval =
                        sorted.length % 2 == 1
                                ? sorted[middle]
                                : (sorted[middle - 1] + sorted[middle]) / 2;
            }
            return (int) Math.max(1, Math.rint(interval * (product.perUnit() ? units[item] : 1)));
        }
    }
}
