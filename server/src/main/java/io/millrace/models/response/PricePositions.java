package io.millrace.models.response;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.response.Shrunk;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What each customer pays against what everybody pays for the same products in the same half year:
 * the mean difference of logarithms, drawn towards everybody's by {@link Shrunk}.
 */
final class PricePositions {
    private static final int BLOCK = 182;

    private final double[] sums;
    private final int[] counts;
    private final double variance;
    private final @Nullable Shrunk shrunk;

    PricePositions(Lines lines) {
        ItemHistories histories = lines.histories;
        int blocks = Responses.DAYS / BLOCK + 1;
        double[] usual = new double[histories.items().size() * blocks];
        int[] items = new int[usual.length];
        lines.each((_, day, line) -> {
            if (histories.amount(line) > 0) {
                int cell = histories.item(line) * blocks + (day - lines.from) / BLOCK;
                usual[cell] += paid(histories, line);
                items[cell]++;
            }
        });
        this.sums = new double[histories.size()];
        this.counts = new int[histories.size()];
        double[] squares = new double[histories.size()];
        lines.each((row, day, line) -> {
            if (histories.amount(line) > 0) {
                int cell = histories.item(line) * blocks + (day - lines.from) / BLOCK;
                double off = paid(histories, line) - usual[cell] / items[cell];
                sums[row] += off;
                squares[row] += off * off;
                counts[row]++;
            }
        });
        this.variance = within(squares);
        this.shrunk = variance > 0 ? shrunk() : null;
    }

    private static double paid(ItemHistories histories, int line) {
        return Math.log((double) histories.amount(line) / histories.quantity(line));
    }

    /** The variance of one purchase around its customer's mean; 0 where it cannot be told. */
    private double within(double[] squares) {
        double sum = 0;
        int freedom = 0;
        for (int row = 0; row < sums.length; row++) {
            if (counts[row] > 1) {
                sum += squares[row] - sums[row] * sums[row] / counts[row];
                freedom += counts[row] - 1;
            }
        }
        return freedom == 0 || sum < 1e-9 ? 0 : sum / freedom;
    }

    private @Nullable Shrunk shrunk() {
        double[] means = new double[sums.length];
        double[] variances = new double[sums.length];
        int size = 0;
        for (int row = 0; row < sums.length; row++) {
            if (counts[row] > 0) {
                means[size] = sums[row] / counts[row];
                variances[size++] = variance / counts[row];
            }
        }
        return size == 0
                ? null
                : Shrunk.of(Arrays.copyOf(means, size), Arrays.copyOf(variances, size));
    }

    /** 1 where nothing is known. */
    double of(int row) {
        return shrunk == null || counts[row] == 0
                ? 1
                : Math.exp(shrunk.of(sums[row] / counts[row], variance / counts[row]).value());
    }
}
