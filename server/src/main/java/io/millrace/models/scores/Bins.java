package io.millrace.models.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Counts a figure by ranges. */
final class Bins {
    private static final double[] STEPS = {1, 2, 5};

    private Bins() {}

    /** Tenths from 0 to 1; the last has no end. */
    static double[] tenths() {
        double[] edges = new double[10];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i / 10.0;
        }
        return edges;
    }

    /**
     * 0 and then 1, 2, 5, 10 … units, from what a fiftieth of the customers reach to what a
     * thousandth reach.
     */
    static double[] money(ScoreTable table, int figure, int unit) {
        double[] sorted = new double[table.size()];
        for (int row = 0; row < sorted.length; row++) {
            double number = table.number(figure, row);
            sorted[row] = Double.isNaN(number) ? 0 : number;
        }
        Arrays.sort(sorted);
        double low = sorted.length == 0 ? 0 : sorted[sorted.length / 50];
        double high = sorted.length == 0 ? 0 : sorted[sorted.length - 1 - sorted.length / 1000];
        double[] edges = {0};
        for (double power = unit; power <= Math.max(high, unit); power *= 10) {
            for (double step : STEPS) {
                double edge = power * step;
                if (edge > low && (edge < high || edges.length == 1)) {
                    edges = Arrays.copyOf(edges, edges.length + 1);
                    edges[edges.length - 1] = edge;
                }
            }
        }
        return edges;
    }

    /** Parted at the median and the upper quarter of those who spent anything. */
    static double[] spent(ScoreTable table, int figure) {
        double[] spent =
                IntStream.range(0, table.size())
                        .mapToDouble(row -> table.number(figure, row))
                        .filter(number -> number > 0)
                        .sorted()
                        .toArray();
        int n = spent.length;
        return n == 0
                ? new double[] {0}
                : Arrays.stream(new double[] {0, spent[n / 2], spent[n * 3 / 4]})
                        .distinct()
                        .toArray();
    }

    /** The range that a number falls into; below the first edge counts to the first. */
    static int of(double[] edges, double number) {
        int at = Arrays.binarySearch(edges, number);
        return Math.max(0, at >= 0 ? at : -at - 2);
    }

    static double below(double[] edges, int bin) {
        return bin + 1 < edges.length ? edges[bin + 1] : Double.POSITIVE_INFINITY;
    }

    /** The first range takes in everything below it too. */
    static double from(double[] edges, int bin) {
        return bin == 0 ? Double.NEGATIVE_INFINITY : edges[bin];
    }

    static List<ScorePages.Bin> count(
            ScoreTable table, String model, String figure, double[] edges) {
        int place = table.place(figure);
        int[] customers = new int[edges.length];
        double[] sums = new double[edges.length];
        for (int row = 0; row < table.size(); row++) {
            double number = table.number(place, row);
            if (!Double.isNaN(number)) {
                int bin = of(edges, number);
                customers[bin]++;
                sums[bin] += number;
            }
        }
        List<ScorePages.Bin> bins = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            double below = below(edges, i);
            bins.add(
                    new ScorePages.Bin(
                            edges[i],
                            Double.isInfinite(below) ? null : (Double) below,
                            customers[i],
                            sums[i],
                            Opening.of(Clauses.within(model, figure, from(edges, i), below))));
        }
        return bins;
    }
}
