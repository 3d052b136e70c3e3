package io.millrace.models.scores;

import java.util.ArrayList;
import java.util.List;

/** Orders expected by how often and how long ago customers bought, as the last run found them. */
final class Heat {
    private static final double[] PURCHASES = {1, 2, 3, 4, 5, 7, 10, 15, 25};
    private static final double[] WEEKS = {0, 2, 4, 8, 13, 26, 39, 52, 78};
    private static final int WEEK = 7;

    private Heat() {}

    static List<ScorePages.Expected> cells(ScoreTable scores) {
        int days = scores.place(ClvModel.DAYS);
        int silent = scores.place(ClvModel.SILENT);
        int figure = scores.place("expectedOrders");
        int[] customers = new int[PURCHASES.length * WEEKS.length];
        double[] orders = new double[customers.length];
        for (int row = 0; row < scores.size(); row++) {
            double purchases = scores.number(days, row);
            if (!Double.isNaN(purchases)) {
                int cell =
                        Bins.of(PURCHASES, purchases) * WEEKS.length
                                + Bins.of(WEEKS, scores.number(silent, row) / WEEK);
                customers[cell]++;
                orders[cell] += scores.number(figure, row);
            }
        }
        List<ScorePages.Expected> list = new ArrayList<>();
        for (int cell = 0; cell < customers.length; cell++) {
            list.add(
                    cell(
                            cell / WEEKS.length,
                            cell % WEEKS.length,
                            customers[cell],
                            customers[cell] == 0 ? 0 : orders[cell] / customers[cell]));
        }
        return list;
    }

    private static ScorePages.Expected cell(int often, int ago, int customers, double orders) {
        double oftenBelow = Bins.below(PURCHASES, often);
        double agoBelow = Bins.below(WEEKS, ago);
        return new ScorePages.Expected(
                (int) PURCHASES[often],
                Double.isInfinite(oftenBelow) ? null : (Integer) ((int) oftenBelow - 1),
                (int) WEEKS[ago],
                Double.isInfinite(agoBelow) ? null : (Integer) (int) agoBelow,
                customers,
                orders,
                Opening.of(
                        Clauses.all(
                                Clauses.within(
                                        ClvModel.KEY,
                                        ClvModel.DAYS,
                                        Bins.from(PURCHASES, often),
                                        oftenBelow),
                                Clauses.within(
                                        ClvModel.KEY,
                                        ClvModel.SILENT,
                                        Bins.from(WEEKS, ago) * WEEK,
                                        agoBelow * WEEK))));
    }
}
