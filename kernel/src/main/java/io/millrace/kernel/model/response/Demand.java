package io.millrace.kernel.model.response;

import io.millrace.kernel.model.basket.ItemHistories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the units that are sold of a group of products answer to their list price, to a promotion and
 * to the week after one: {@link FixedEffectsPoisson} of units by product and week, with an effect
 * of each product and of each week, so that what moves all products of the group together (a
 * season, a sale of everything) tells nothing. Weeks without a sale within a product's life count
 * as none sold at the last known price. Only products that sell in most weeks are used: in a week
 * without a sale nobody sees whether there was a promotion.
 */
public final class Demand {
    private static final int MOST_EFFECT = 8;
    private static final int REGRESSORS = 3;

    private final Weeks weeks;
    private final DemandRules rules;

    /**
     * @param today in the week that has not ended, days since 1970-01-01
     */
    public Demand(ItemHistories histories, int today, DemandRules rules) {
        this.weeks = new Weeks(histories, today, rules.weeks());
        this.rules = rules;
    }

    /** Why an effect is not known. */
    public enum Lack {
        /** Too few products sell in most weeks. */
        PRODUCTS,
        /** Too few of them ever changed their list price, or had promotions. */
        CHANGES,
        /** They changed together, so that it cannot be told from the season. */
        TOGETHER,
        /** The counts are parted by it: the likelihood has no highest point. */
        PARTED
    }

    /**
     * A coefficient with its 95 % interval, by Student's t with one degree of freedom less than
     * there are products. The error is the larger of the clustered one and that of plain Poisson
     * counts.
     */
    public record Effect(double value, double error, double low, double high) {
        /** The variance of a normal error with the same reach. */
        public double variance() {
            double width = (high - low) / 2 / StudentT.reach(1_000_000);
            return width * width;
        }
    }

    /** An effect, or why there is none. */
    public record Told(@Nullable Effect effect, @Nullable Lack lack) {
        static Told lacking(Lack lack) {
            return new Told(null, lack);
        }
    }

    /**
     * @param products of the group that were sold in these weeks
     * @param used those of them that sell in most weeks
     * @param changed of these, those whose list price changed
     * @param promotions weeks of a product, of those used, with at least half of its purchases on a
     *     deal
     * @param units sold of all products
     * @param dealUnits of them, on a deal
     * @param depth the mean share of the price that was not paid on a deal; NaN without any
     * @param price elasticity of units in the list price
     * @param promotion logarithm of how many times as much is sold where everything is on a deal
     * @param after the same in the week after that
     * @param gained units that promotions brought, of the products used; NaN where not known
     * @param lost units that the weeks after them lacked; NaN where not known
     */
    public record Group(
            int products,
            int used,
            int changed,
            int promotions,
            long units,
            long dealUnits,
            double depth,
            Told price,
            Told promotion,
            Told after,
            double gained,
            double lost) {}

    /** Told of the products with these numbers. */
    public Group of(int... products) {
        List<Integer> sold = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        long units = 0;
        long deals = 0;
        double depth = 0;
        for (int product : Arrays.stream(products).sorted().toArray()) {
            int born = weeks.born(product);
            if (born < weeks.count()) {
                sold.add(product);
                if (sells(product, born, weeks.gone(product, rules.lingers()))) {
                    used.add(product);
                }
            }
            for (int week = 0; week < weeks.count(); week++) {
                units += weeks.units[weeks.cell(product, week)];
                deals += weeks.dealUnits[weeks.cell(product, week)];
                depth += weeks.depths[weeks.cell(product, week)];
            }
        }
        Panel panel = new Panel(used);
        Told[] told = panel.told();
        return new Group(
                sold.size(),
                used.size(),
                panel.changed,
                panel.promotions,
                units,
                deals,
                depth / deals,
                told[0],
                told[1],
                told[2],
                panel.more(told[1], 1),
                -panel.more(told[2], 2));
    }

    private boolean sells(int product, int born, int gone) {
        int with = 0;
        for (int week = born; week < gone; week++) {
            with += weeks.units[weeks.cell(product, week)] > 0 ? 1 : 0;
        }
        return gone - born >= rules.leastWeeks() && with >= rules.soldShare() * (gone - born);
    }

    /** The cells of the products that are used. */
    private final class Panel {
        private final List<Integer> used;
        private final int[] ends;
        private final int[] period;
        private final double[] counts;
        private final double[][] x;
        private int size;
        private int changed;
        private int promotions;

        Panel(List<Integer> used) {
            this.used = used;
            int most = used.size() * weeks.count();
            this.ends = new int[used.size()];
            this.period = new int[most];
            this.counts = new double[most];
            this.x = new double[REGRESSORS][most];
            for (int i = 0; i < ends.length; i++) {
                add(used.get(i));
                ends[i] = size;
            }
        }

        private void add(int product) {
            int born = weeks.born(product);
            int gone = weeks.gone(product, rules.lingers());
            double price = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            double before = 0;
            for (int week = born; week < gone; week++) {
                int cell = weeks.cell(product, week);
                price = weeks.units[cell] > 0 ? weeks.prices[cell] : price;
                least = Math.min(least, price);
                most = Math.max(most, price);
                double promoted = weeks.promoted[cell];
                period[size] = week;
                counts[size] = weeks.units[cell];
                x[0][size] = Math.log(price);
                x[1][size] = promoted;
                x[2][size++] = before;
                promotions += 2 * promoted >= 1 ? 1 : 0;
                before = promoted;
            }
            changed += Math.log(most / least) >= rules.leastChange() ? 1 : 0;
        }

        Told[] told() {
            Told[] told = new Told[REGRESSORS];
            if (used.size() < rules.leastProducts()) {
                Arrays.fill(told, Told.lacking(Lack.PRODUCTS));
                return told;
            }
            boolean priced = changed >= rules.leastChanged();
            boolean promoted =
                    promotions >= rules.leastPromotions()
                            && size - promotions >= rules.leastPromotions();
            boolean[] asked = {priced, promoted, promoted};
            Arrays.fill(told, Told.lacking(Lack.CHANGES));
            int[] columns = columns(asked);
            if (columns.length > 0) {
                FixedEffectsPoisson.Fit fit = FixedEffectsPoisson.fit(cells(columns));
                for (int i = 0; i < columns.length; i++) {
                    told[columns[i]] = told(fit, i);
                }
            }
            return told;
        }

        private int[] columns(boolean[] asked) {
            int[] columns = new int[REGRESSORS];
            int count = 0;
            for (int k = 0; k < REGRESSORS; k++) {
                if (asked[k]) {
                    columns[count++] = k;
                }
            }
            return Arrays.copyOf(columns, count);
        }

        private Cells cells(int[] columns) {
            double[][] explaining = new double[columns.length][];
            for (int i = 0; i < columns.length; i++) {
                explaining[i] = Arrays.copyOf(x[columns[i]], size);
            }
            return new Cells(
                    ends,
                    weeks.count(),
                    Arrays.copyOf(period, size),
                    Arrays.copyOf(counts, size),
                    explaining);
        }

        private Told told(FixedEffectsPoisson.Fit fit, int at) {
            double value = fit.effects()[at];
            // Errors by few clusters come out too small now and then (Angrist and Pischke 2009,
            // 8.2).
            double error = Math.max(fit.errors()[at], fit.plainErrors()[at]);
            if (Double.isNaN(value)) {
                return Told.lacking(Lack.TOGETHER);
            }
            if (!fit.converged() || Math.abs(value) > MOST_EFFECT || !(error > 0)) {
                return Told.lacking(Lack.PARTED);
            }
            double reach = StudentT.reach(used.size() - 1) * error;
            return new Told(new Effect(value, error, value - reach, value + reach), null);
        }

        private double more(Told told, int regressor) {
            Effect effect = told.effect();
            if (effect == null) {
                return Double.NaN;
            }
            double more = 0;
            for (int cell = 0; cell < size; cell++) {
                more += counts[cell] * (1 - Math.exp(-effect.value() * x[regressor][cell]));
            }
            return more;
        }
    }
}
