package io.millrace.kernel.model.lifetime;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a prediction was from what happened after the calibration, next to two that need no
 * model. Compared by how often customers had bought again: Fader, Hardie and Lee, Marketing Science
 * 24 (2005), figure 5.
 *
 * @param model the prediction itself
 * @param nothing "nobody buys again"
 * @param asBefore "everyone goes on as before": repeats by time observed, times the hold-out
 * @param actual purchases that happened
 * @param byCount by repeat purchases in the calibration, 0 to 6 and 7 or more
 */
public record HoldOut(Error model, Error nothing, Error asBefore, long actual, List<Row> byCount) {
    private static final int TOP = 7;

    public HoldOut {
        byCount = List.copyOf(byCount);
    }

    /**
     * @param sum purchases predicted over all customers
     * @param meanAbsolute by customer
     * @param rootMeanSquare by customer
     */
    public record Error(double sum, double meanAbsolute, double rootMeanSquare) {}

    /**
     * @param repeats in the calibration; the last row has this many or more
     */
    public record Row(int repeats, int customers, double actual, double predicted) {}

    /** What a model said of each customer, held against what they did. */
    public static HoldOut of(PurchaseModel model, Histories histories) {
        Span ahead = Span.days(histories.holdOutDays());
        double[] predicted =
                Predictions.each(
                        histories, model.unit(), customer -> model.expected(customer, ahead));
        return of(predicted, histories);
    }

    /**
     * @param predicted purchases of each customer of {@code histories} in the hold-out
     */
    public static HoldOut of(double[] predicted, Histories histories) {
        int n = histories.size();
        double[] before = new double[n];
        long actual = 0;
        for (int i = 0; i < n; i++) {
            int observed = histories.observedDays(i);
            before[i] =
                    observed == 0
                            ? 0
                            : (double) histories.repeats(i) / observed * histories.holdOutDays();
            actual += histories.later(i);
        }
        return new HoldOut(
                error(predicted, histories),
                error(new double[n], histories),
                error(before, histories),
                actual,
                rows(predicted, histories));
    }

    private static Error error(double[] predicted, Histories histories) {
        double sum = 0;
        double absolute = 0;
        double square = 0;
        for (int i = 0; i < predicted.length; i++) {
            double error = predicted[i] - histories.later(i);
            sum += predicted[i];
            absolute += Math.abs(error);
            square += error * error;
        }
        int n = Math.max(1, predicted.length);
        return new Error(sum, absolute / n, Math.sqrt(square / n));
    }

    private static List<Row> rows(double[] predicted, Histories histories) {
        int[] customers = new int[TOP + 1];
        double[] told = new double[TOP + 1];
        long[] done = new long[TOP + 1];
        for (int i = 0; i < predicted.length; i++) {
            int row = Math.min(TOP, histories.repeats(i));
            customers[row]++;
            told[row] += predicted[i];
            done[row] += histories.later(i);
        }
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row <= TOP; row++) {
            if (customers[row] > 0) {
                rows.add(
                        new Row(
                                row,
                                customers[row],
                                (double) done[row] / customers[row],
                                told[row] / customers[row]));
            }
        }
        return rows;
    }
}
