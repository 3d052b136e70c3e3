package io.millrace.models.scores;

import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts scores for the pages, straight from the timelines. */
@Component
final class PagesOfScores implements ScorePages {
    private static final double[] ALIVE = {0, 0.2, 0.4, 0.6, 0.8};
    private static final int POINTS = 100;

    private final ClvModel clv;
    private final ChurnModel churn;
    private final Tables tables;
    private final WalletModel wallet;
    private final Differing differing;
    private final Scores scores;
    private final Workspace workspace;
    private final Gathering gathering;
    private final Clock clock;

    PagesOfScores(
            ClvModel clv,
            ChurnModel churn,
            Tables tables,
            WalletModel wallet,
            Differing differing,
            Scores scores,
            Workspace workspace,
            Gathering gathering,
            Clock clock) {
        this.clv = clv;
        this.churn = churn;
        this.tables = tables;
        this.wallet = wallet;
        this.differing = differing;
        this.scores = scores;
        this.workspace = workspace;
        this.gathering = gathering;
        this.clock = clock;
    }

    @Override
    public Value value(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        ScoreColumns table = tables.of(clv, instant);
        double[] sorted = sorted(table);
        double total = Arrays.stream(sorted).sum();
        int unit = gathering.minor();
        return new Value(
                instant,
                scores.latest(ClvModel.KEY, instant).orElse(null),
                workspace.settings().currency(),
                table.size(),
                Opening.of(everybody(ClvModel.KEY, "clv")),
                Math.round(total),
                curve(sorted, total),
                total > 0 ? gini(sorted, total) : null,
                Bins.count(table, ClvModel.KEY, "clv", Bins.money(table, table.place("clv"), unit)),
                Bins.count(table, ClvModel.KEY, "pAlive", Bins.tenths()),
                map(table),
                Heat.cells(table),
                Dimensions.of(table, tables.of(wallet, instant), scores.settings().horizonWeeks()),
                differing.offered());
    }

    static String everybody(String model, String figure) {
        return Clauses.within(model, figure, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The highest first. */
    private static double[] sorted(ScoreColumns table) {
        int figure = table.place("clv");
        double[] sorted = new double[table.size()];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = -table.number(figure, row);
        }
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = -sorted[i];
        }
        return sorted;
    }

    private static List<Share> curve(double[] sorted, double total) {
        List<Share> curve = new ArrayList<>();
        double sum = 0;
        int at = 0;
        for (int point = 0; total > 0 && point <= POINTS; point++) {
            int until = (int) ((long) sorted.length * point / POINTS);
            while (at < until) {
                sum += sorted[at++];
            }
            curve.add(new Share((double) until / sorted.length, sum / total));
        }
        return curve;
    }

    private static double gini(double[] sorted, double total) {
        double weighted = 0;
        int n = sorted.length;
        for (int i = 0; i < n; i++) {
            weighted += (n - i) * sorted[i];
        }
        return (2 * weighted / total - (n + 1.0)) / n;
    }

    /** Columns part at the median, the upper quarter and the upper tenth of value so far. */
    private static List<Cell> map(ScoreColumns table) {
        int alive = table.place("pAlive");
        int historic = table.place("historic");
        int value = table.place("clv");
        double[] worth = parts(table, historic);
        int[] customers = new int[ALIVE.length * worth.length];
        double[] sums = new double[customers.length];
        for (int row = 0; row < table.size(); row++) {
            double so = table.number(historic, row);
            if (Double.isNaN(so)) {
                continue;
            }
            int cell = Bins.of(ALIVE, table.number(alive, row)) * worth.length + Bins.of(worth, so);
            customers[cell]++;
            sums[cell] += table.number(value, row);
        }
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < customers.length; cell++) {
            int a = cell / worth.length;
            int w = cell % worth.length;
            double below = Bins.below(worth, w);
            double aliveBelow = Bins.below(ALIVE, a);
            cells.add(
                    new Cell(
                            ALIVE[a],
                            Double.isInfinite(aliveBelow) ? null : (Double) aliveBelow,
                            worth[w],
                            Double.isInfinite(below) ? null : (Double) below,
                            customers[cell],
                            Math.round(sums[cell]),
                            Opening.of(
                                    Clauses.all(
                                            Clauses.within(
                                                    ClvModel.KEY,
                                                    "pAlive",
                                                    Bins.from(ALIVE, a),
                                                    aliveBelow),
                                            Clauses.within(
                                                    ClvModel.KEY,
                                                    "historic",
                                                    Bins.from(worth, w),
                                                    below)))));
        }
        return cells;
    }

    private static double[] parts(ScoreColumns table, int figure) {
        double[] sorted = new double[table.size()];
        for (int row = 0; row < sorted.length; row++) {
            double number = table.number(figure, row);
            sorted[row] = Double.isNaN(number) ? 0 : number;
        }
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            return new double[] {0};
        }
        return Arrays.stream(new double[] {0, sorted[n / 2], sorted[n * 3 / 4], sorted[n * 9 / 10]})
                .distinct()
                .filter(edge -> edge >= 0)
                .sorted()
                .toArray();
    }

    @Override
    public Churn churn(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return new ChurnPage(
                        instant,
                        tables.of(churn, instant),
                        tables.of(clv, instant),
                        scores.latest(ChurnModel.KEY, instant).orElse(null),
                        workspace.settings().currency())
                .page();
    }
}
