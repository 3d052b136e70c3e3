package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.shared.SortedProfiles;
import java.util.ArrayList;
import java.util.List;

/** Orders expected by how often and how long ago customers bought. */
final class Heat {
    static final int[] PURCHASES = {1, 2, 3, 4, 5, 7, 10, 15, 25};
    static final int[] WEEKS = {0, 2, 4, 8, 13, 26, 39, 52, 78};
    private static final int NOWHERE = -1;

    private final ScoreTable scores;
    private final int[] cells;

    Heat(ScoreTable scores, PurchaseHistories histories, int today) {
        this.scores = scores;
        this.cells = new int[scores.size()];
        for (int row = 0; row < cells.length; row++) {
            int who = histories.rowOf(scores.customer(row));
            cells[row] = who < 0 ? NOWHERE : cell(histories, who, today);
        }
    }

    private static int cell(PurchaseHistories histories, int who, int today) {
        int purchases = 0;
        int last = Integer.MIN_VALUE;
        for (int i = histories.from(who); i < histories.to(who); i++) {
            if (histories.isPurchase(i, today) && histories.day(i) != last) {
                purchases++;
                last = histories.day(i);
            }
        }
        return purchases == 0
                ? NOWHERE
                : place(PURCHASES, purchases) * WEEKS.length + place(WEEKS, (today - last) / 7);
    }

    private static int place(int[] edges, int number) {
        int at = edges.length - 1;
        while (at > 0 && edges[at] > number) {
            at--;
        }
        return at;
    }

    SortedProfiles in(int cell) {
        return scores.where(row -> cells[row] == cell);
    }

    List<ScorePages.Expected> cells() {
        int[] customers = new int[PURCHASES.length * WEEKS.length];
        double[] orders = new double[customers.length];
        int figure = scores.place("expectedOrders");
        for (int row = 0; row < cells.length; row++) {
            if (cells[row] != NOWHERE) {
                customers[cells[row]]++;
                orders[cells[row]] += scores.number(figure, row);
            }
        }
        List<ScorePages.Expected> list = new ArrayList<>();
        for (int cell = 0; cell < customers.length; cell++) {
            int often = cell / WEEKS.length;
            int ago = cell % WEEKS.length;
            list.add(
                    new ScorePages.Expected(
                            PURCHASES[often],
                            often + 1 < PURCHASES.length ? PURCHASES[often + 1] - 1 : null,
                            WEEKS[ago],
                            ago + 1 < WEEKS.length ? WEEKS[ago + 1] : null,
                            customers[cell],
                            customers[cell] == 0 ? 0 : orders[cell] / customers[cell],
                            "in=" + HeatSelection.NAME + ":" + cell));
        }
        return list;
    }
}
