package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import java.util.Arrays;
import java.util.List;

/**
 * The figures by which customers are put together, one row for each who had bought by the day.
 *
 * @param buyers their rows in the histories
 * @param figures in the order of the features; NaN where not known
 */
record ClusterRows(int[] buyers, double[][] figures) {
    static ClusterRows of(
            ScoringModel.Data data, ScoreColumns assortments, List<ClusterFeature> features) {
        PurchaseHistories histories = data.histories();
        int[] buyers = new int[histories.size()];
        double[][] figures = new double[histories.size()][];
        int size = 0;
        for (int row = 0; row < histories.size(); row++) {
            Bought bought = Bought.of(histories, row, data.today());
            if (bought.orders == 0) {
                continue;
            }
            int items = assortments.rowOf(histories.customer(row));
            double[] of = new double[features.size()];
            for (int f = 0; f < of.length; f++) {
                of[f] = figure(features.get(f), bought, data, assortments, items);
            }
            buyers[size] = row;
            figures[size++] = of;
        }
        return new ClusterRows(Arrays.copyOf(buyers, size), Arrays.copyOf(figures, size));
    }

    private static double figure(
            ClusterFeature feature,
            Bought bought,
            ScoringModel.Data data,
            ScoreColumns assortments,
            int items) {
        return switch (feature) {
            case RECENCY -> data.today() - bought.last;
            case FREQUENCY -> bought.orders;
            case MONEY -> Math.max(0, bought.net) / data.minor();
            case ORDER_VALUE -> Math.max(0, bought.ordered / bought.orders) / data.minor();
            case TENURE -> data.today() - bought.first;
            case INTERVAL ->
                    bought.orders < 2
                            ? Double.NaN
                            : (double) (bought.last - bought.first) / (bought.orders - 1);
            case RETURNED ->
                    bought.gross <= 0 ? 0 : Math.clamp(1 - bought.net / bought.gross, 0, 1);
            case CATEGORIES -> items(assortments, Assortments.CATEGORIES, items);
            case PRODUCTS -> items(assortments, Assortments.PRODUCTS, items);
            case DISCOUNTED -> items(assortments, Assortments.DISCOUNTED, items);
        };
    }

    private static double items(ScoreColumns assortments, int column, int row) {
        return row < 0 ? 0 : assortments.number(column, row);
    }

    /**
     * A customer's purchases by the end of a day.
     *
     * @param ordered money of orders that were not cancelled, minor units
     * @param gross all money that came in
     * @param net what of it stayed
     */
    private record Bought(
            int orders, int first, int last, double ordered, double gross, double net) {
        static Bought of(PurchaseHistories histories, int row, int today) {
            int orders = 0;
            int first = 0;
            int last = 0;
            double ordered = 0;
            double gross = 0;
            double net = 0;
            for (int i = histories.from(row); i < histories.to(row); i++) {
                if (!histories.isKnown(i, today)) {
                    continue;
                }
                long amount = histories.amount(i);
                net += amount;
                gross += Math.max(0, amount);
                if (histories.isPurchase(i, today)) {
                    first = orders++ == 0 ? histories.day(i) : first;
                    last = histories.day(i);
                    ordered += amount;
                }
            }
            return new Bought(orders, first, last, ordered, gross, net);
        }
    }
}
