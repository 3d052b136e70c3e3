package io.millrace.kernel.model.lifetime;

import java.util.Arrays;

/**
 * How much repeat customers spend: repeat purchases and their mean value, only where both are
 * positive.
 */
public final class Spending {
    private int size;
    private long[] repeats = new long[1024];
    private double[] mean = new double[1024];

    /**
     * Adds a customer; one without a repeat purchase of positive value says nothing and is left
     * out.
     */
    public Spending add(long customerRepeats, double customerMean) {
        if (customerRepeats <= 0 || !(customerMean > 0) || Double.isInfinite(customerMean)) {
            return this;
        }
        if (size == repeats.length) {
            repeats = Arrays.copyOf(repeats, size * 2);
            mean = Arrays.copyOf(mean, size * 2);
        }
        repeats[size] = customerRepeats;
        mean[size++] = customerMean;
        return this;
    }

    public int customers() {
        return size;
    }

    long repeats(int i) {
        return repeats[i];
    }

    double mean(int i) {
        return mean[i];
    }

    /** In the order (repeats, mean), so that sums do not depend on the order of arrival. */
    Spending sorted() {
        long[] x = Arrays.copyOf(repeats, size);
        double[] m = Arrays.copyOf(mean, size);
        int[] order = RowOrder.sorted(x, m, new double[size], size);
        Spending sorted = new Spending();
        for (int i : order) {
            sorted.add(x[i], m[i]);
        }
        return sorted;
    }

    /** About this many of the customers, evenly spread over their order; all if few more. */
    Spending thinned(int wanted) {
        if (size < 2 * wanted) {
            return this;
        }
        int step = size / wanted;
        Spending few = new Spending();
        for (int i = step / 2; i < size; i += step) {
            few.add(repeats[i], mean[i]);
        }
        return few;
    }

    double middle() {
        double[] values = Arrays.copyOf(mean, size);
        Arrays.sort(values);
        return values[size / 2];
    }

    /** Pearson's correlation of repeats and mean value; the model assumes about 0. */
    public double correlation() {
        double sx = 0;
        double sm = 0;
        for (int i = 0; i < size; i++) {
            sx += repeats[i];
            sm += mean[i];
        }
        double xx = 0;
        double mm = 0;
        double xm = 0;
        for (int i = 0; i < size; i++) {
            double dx = repeats[i] - sx / size;
            double dm = mean[i] - sm / size;
            xx += dx * dx;
            mm += dm * dm;
            xm += dx * dm;
        }
        return xm / Math.sqrt(xx * mm);
    }
}
