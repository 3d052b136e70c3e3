package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns as a few ordered bins, learnt from the cases that are learnt from. Bin 0 is "missing".
 * Words with few levels become a yes-or-no column each; with many, the mean outcome of a level,
 * which for the learning cases is of those before them in a seeded order, so that no case tells its
 * own outcome (ordered target statistics: Prokhorenkova et al., CatBoost, NeurIPS 2018).
 */
final class Binning {
    static final int BINS = 64;
    static final int FEW_LEVELS = 24;
    private static final double PRIOR = 20;

    /** How one column of bins comes from a column of the cases. */
    private sealed interface Part {
        int source();

        record Limits(int source, double[] limits) implements Part {}

        record Level(int source, String level) implements Part {}

        record Means(int source, Map<String, Double> means, double otherwise, double[] limits)
                implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();
    private final byte[][] learnt;

    private Binning(int width) {
        learnt = new byte[width][];
    }

    static Binning of(Cases cases, boolean[] positive, int[] seededOrder) {
        List<Cases.Column> columns = cases.columns();
        int width = 0;
        for (Cases.Column column : columns) {
            width +=
                    column instanceof Cases.Column.Words words
                                    && words.levels().size() <= FEW_LEVELS
                            ? words.levels().size()
                            : 1;
        }
        Binning binning = new Binning(width);
        for (int source = 0; source < columns.size(); source++) {
            switch (columns.get(source)) {
                case Cases.Column.Numeric numeric -> binning.numeric(source, numeric.values());
                case Cases.Column.Words words -> {
                    if (words.levels().size() <= FEW_LEVELS) {
                        binning.levels(source, words);
                    } else {
                        binning.means(source, words.values(), positive, seededOrder);
                    }
                }
            }
        }
        return binning;
    }

    int width() {
        return parts.size();
    }

    int source(int column) {
        return parts.get(column).source();
    }

    /** The bins of the cases that were learnt from. */
    byte[][] learnt() {
        return learnt;
    }

    /** The bins of other cases with the same columns. */
    byte[][] of(Cases cases) {
        byte[][] bins = new byte[parts.size()][cases.size()];
        List<Cases.Column> columns = cases.columns();
        for (int c = 0; c < bins.length; c++) {
            for (int row = 0; row < cases.size(); row++) {
                bins[c][row] = bin(parts.get(c), columns.get(parts.get(c).source()), row);
            }
        }
        return bins;
    }

    private static byte bin(Part part, Cases.Column column, int row) {
        return switch (column) {
            case Cases.Column.Numeric numeric ->
                    part instanceof Part.Limits limits
                            ? bin(numeric.values()[row], limits.limits)
                            : 0;
            case Cases.Column.Words words -> {
                String word = words.values()[row];
                yield switch (part) {
                    case Part.Level level -> of(word, level.level);
                    case Part.Means means ->
                            word.isEmpty()
                                    ? 0
                                    : bin(
                                            means.means.getOrDefault(word, means.otherwise),
                                            means.limits);
                    case Part.Limits limits -> 0;
                };
            }
        };
    }

    private static byte of(String word, String level) {
        return (byte) (word.isEmpty() ? 0 : word.equals(level) ? 2 : 1);
    }

    private static byte bin(double value, double[] limits) {
        if (Double.isNaN(value)) {
            return 0;
        }
        int at = Arrays.binarySearch(limits, value);
        return (byte) (1 + (at >= 0 ? at : -at - 1));
    }

    private void numeric(int source, double[] values) {
        double[] limits = limits(values);
        byte[] bins = new byte[values.length];
        for (int row = 0; row < bins.length; row++) {
            bins[row] = bin(values[row], limits);
        }
        add(new Part.Limits(source, limits), bins);
    }

    private void levels(int source, Cases.Column.Words words) {
        for (String level : words.levels()) {
            byte[] bins = new byte[words.values().length];
            for (int row = 0; row < bins.length; row++) {
                bins[row] = of(words.values()[row], level);
            }
            add(new Part.Level(source, level), bins);
        }
    }

    private void means(int source, String[] words, boolean[] positive, int[] order) {
        double share = 0;
        for (boolean one : positive) {
            share += one ? 1.0 / positive.length : 0;
        }
        Map<String, double[]> sums = new HashMap<>();
        double[] before = new double[words.length];
        for (int row : order) {
            double[] sum = sums.computeIfAbsent(words[row], word -> new double[2]);
            before[row] =
                    words[row].isEmpty() ? Double.NaN : (sum[0] + PRIOR * share) / (sum[1] + PRIOR);
            sum[0] += positive[row] ? 1 : 0;
            sum[1]++;
        }
        Map<String, Double> means = new HashMap<>();
        double prior = share;
        sums.forEach((word, sum) -> means.put(word, (sum[0] + PRIOR * prior) / (sum[1] + PRIOR)));
        double[] limits = limits(before);
        byte[] bins = new byte[words.length];
        for (int row = 0; row < bins.length; row++) {
            bins[row] = bin(before[row], limits);
        }
        add(new Part.Means(source, means, share, limits), bins);
    }

    private void add(Part part, byte[] bins) {
        learnt[parts.size()] = bins;
        parts.add(part);
    }

    /** Upper limits of the bins but the last: middles between distinct values, evenly filled. */
    private static double[] limits(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] limits = new double[BINS - 2];
        int size = 0;
        double wanted = (double) sorted.length / (BINS - 1);
        double next = wanted;
        for (int i = 0; i + 1 < sorted.length && size < limits.length; i++) {
            if (sorted[i] < sorted[i + 1] && i + 1 >= next) {
                limits[size++] = sorted[i] / 2 + sorted[i + 1] / 2;
                next = i + 1 + wanted;
            }
        }
        return distinct(sorted, Arrays.copyOf(limits, size));
    }

    /** With few distinct values each has a bin of its own. */
    private static double[] distinct(double[] sorted, double[] otherwise) {
        double[] limits = new double[BINS - 2];
        int size = 0;
        for (int i = 0; i + 1 < sorted.length; i++) {
            if (sorted[i] < sorted[i + 1]) {
                if (size == limits.length) {
                    return otherwise;
                }
                limits[size++] = sorted[i] / 2 + sorted[i + 1] / 2;
            }
        }
        return Arrays.copyOf(limits, size);
    }
}
