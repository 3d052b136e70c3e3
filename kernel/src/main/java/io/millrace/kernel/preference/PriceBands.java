package io.millrace.kernel.preference;

/**
 * Prices of one piece in bands that are the same for every brand and currency, so that a favourite
 * band means the same on every day: 0-1, 1-2, 2-5, 5-10, 10-20, 20-50 … in major units, the lower
 * end inside and the upper one outside.
 */
public final class PriceBands {
    /** Bands below a million; from there on it is one. */
    public static final int COUNT = 20;

    private static final double[] STARTS = starts();

    private PriceBands() {}

    /** The band of a price in major units; of a negative or unreadable price none: -1. */
    public static int of(double price) {
        if (!(price >= 0)) {
            return -1;
        }
        int band = COUNT - 1;
        while (price < STARTS[band]) {
            band--;
        }
        return band;
    }

    /** {@code 10-20}, and {@code 1000000+} of the last one. */
    public static String name(int band) {
        String from = Long.toString((long) STARTS[band]);
        return band == COUNT - 1 ? from + "+" : from + "-" + (long) STARTS[band + 1];
    }

    private static double[] starts() {
        double[] starts = new double[COUNT];
        long decade = 1;
        for (int i = 1; i < COUNT; i += 3) {
            starts[i] = decade;
            if (i + 2 < COUNT) {
                starts[i + 1] = decade * 2;
                starts[i + 2] = decade * 5;
            }
            decade *= 10;
        }
        return starts;
    }
}
