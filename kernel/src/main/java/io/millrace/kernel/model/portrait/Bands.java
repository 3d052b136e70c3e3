package io.millrace.kernel.model.portrait;

import java.util.Arrays;

/**
 * Bands of a number, so cut that each has about as many customers; equal numbers are always in one
 * band, so that there may be fewer bands than were wanted.
 *
 * @param from the least number of each band, ascending
 * @param to the largest number that occurs in each band
 */
public record Bands(double[] from, double[] to) {
    /**
     * @param numbers in any order; NaN stands for none and is left out
     * @param wanted how many bands at most
     */
    public static Bands of(double[] numbers, int wanted) {
        double[] sorted =
                Arrays.stream(numbers).filter(one -> !Double.isNaN(one)).sorted().toArray();
        double[] from = new double[wanted];
        double[] to = new double[wanted];
        int bands = 0;
        int start = 0;
        for (int band = 1; band <= wanted; band++) {
            int end = (int) ((long) sorted.length * band / wanted);
            if (end <= start) {
                continue;
            }
            while (end < sorted.length && sorted[end] == sorted[end - 1]) {
                end++;
            }
            from[bands] = sorted[start];
            to[bands++] = sorted[end - 1];
            start = end;
        }
        return new Bands(Arrays.copyOf(from, bands), Arrays.copyOf(to, bands));
    }

    public int size() {
        return from.length;
    }

    /** The band of a number; -1 for NaN. Below the first is the first. */
    public int of(double number) {
        if (Double.isNaN(number)) {
            return -1;
        }
        int band = from.length - 1;
        while (band > 0 && number < from[band]) {
            band--;
        }
        return band;
    }
}
