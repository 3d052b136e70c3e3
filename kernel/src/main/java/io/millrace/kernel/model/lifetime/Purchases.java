package io.millrace.kernel.model.lifetime;

import java.util.Arrays;

/**
 * The purchase histories of many customers, equal ones counted once. Rows are in a canonical order,
 * so that the same customers in any order give the same sums to the last bit.
 */
public final class Purchases {
    private final TimeUnit unit;
    private final int rows;
    private final long[] repeats;
    private final double[] last;
    private final double[] observed;
    private final double[] weight;
    private final long customers;

    private Purchases(
            TimeUnit unit,
            int rows,
            long[] repeats,
            double[] last,
            double[] observed,
            double[] weight) {
        this.unit = unit;
        this.rows = rows;
        this.repeats = repeats;
        this.last = last;
        this.observed = observed;
        this.weight = weight;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weight[i];
        }
        this.customers = Math.round(sum);
    }

    public TimeUnit unit() {
        return unit;
    }

    /** Distinct histories. */
    public int rows() {
        return rows;
    }

    public long customers() {
        return customers;
    }

    long repeats(int row) {
        return repeats[row];
    }

    double last(int row) {
        return last[row];
    }

    double observed(int row) {
        return observed[row];
    }

    double weight(int row) {
        return weight[row];
    }

    long maxRepeats() {
        long max = 0;
        for (int i = 0; i < rows; i++) {
            max = Math.max(max, repeats[i]);
        }
        return max;
    }

    long totalRepeats() {
        long sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += repeats[i] * (long) weight[i];
        }
        return sum;
    }

    double maxObserved() {
        double max = 0;
        for (int i = 0; i < rows; i++) {
            max = Math.max(max, observed[i]);
        }
        return max;
    }

    /** About this many of the rows, evenly spread over their order; all if there are few more. */
    Purchases thinned(int wanted) {
        if (rows < 2 * wanted) {
            return this;
        }
        int step = rows / wanted;
        int size = (rows + step - 1 - step / 2) / step;
        long[] x = new long[size];
        double[] tx = new double[size];
        double[] t = new double[size];
        double[] of = new double[size];
        for (int i = 0; i < size; i++) {
            int row = step / 2 + i * step;
            x[i] = repeats[row];
            tx[i] = last[row];
            t[i] = observed[row];
            of[i] = weight[row];
        }
        return new Purchases(unit, size, x, tx, t, of);
    }

    public static Builder in(TimeUnit unit) {
        return new Builder(unit);
    }

    /** Gathers histories; holds 24 bytes a customer until {@link #build}. */
    public static final class Builder {
        private final TimeUnit unit;
        private int size;
        private long[] repeats = new long[1024];
        private double[] last = new double[1024];
        private double[] observed = new double[1024];

        private Builder(TimeUnit unit) {
            this.unit = unit;
        }

        public Builder add(Summary customer) {
            if (customer.unit() != unit) {
                throw new IllegalArgumentException(
                        customer.unit() + " given where " + unit + " is counted");
            }
            return add(customer.repeats(), customer.last(), customer.observed());
        }

        /** Adds a history whose times are whole days. */
        public Builder addDays(long repeats, long lastDays, long observedDays) {
            return add(
                    new Summary(repeats, lastDays / unit.days(), observedDays / unit.days(), unit));
        }

        private Builder add(long x, double tx, double t) {
            if (size == repeats.length) {
                repeats = Arrays.copyOf(repeats, size * 2);
                last = Arrays.copyOf(last, size * 2);
                observed = Arrays.copyOf(observed, size * 2);
            }
            repeats[size] = x;
            last[size] = tx;
            observed[size++] = t;
            return this;
        }

        public Purchases build() {
            int[] order = RowOrder.sorted(repeats, last, observed, size);
            long[] x = new long[size];
            double[] tx = new double[size];
            double[] t = new double[size];
            double[] weight = new double[size];
            int rows = 0;
            for (int i = 0; i < size; i++) {
                int from = order[i];
                if (rows > 0
                        && x[rows - 1] == repeats[from]
                        && tx[rows - 1] == last[from]
                        && t[rows - 1] == observed[from]) {
                    weight[rows - 1]++;
                    continue;
                }
                x[rows] = repeats[from];
                tx[rows] = last[from];
                t[rows] = observed[from];
                weight[rows++] = 1;
            }
            return new Purchases(
                    unit,
                    rows,
                    Arrays.copyOf(x, rows),
                    Arrays.copyOf(tx, rows),
                    Arrays.copyOf(t, rows),
                    Arrays.copyOf(weight, rows));
        }
    }
}
