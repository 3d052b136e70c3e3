package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.models.scores.ChurnReporting.Trial;
import io.millrace.shared.Label;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who will not buy within the next window of time: logistic regression or boosted trees on what was
 * known one window ago, whichever told a later window better than it was fitted on, with reasons
 * for each customer.
 */
@Component
@Order(3)
final class ChurnModel implements ScoringModel {
    static final String KEY = "churn";
    private static final int CUSTOMERS = 100;
    private static final int OF_EACH = 20;
    private static final int SHORTEST_WINDOW = 28;
    private static final double PATIENCE = 0.8;

    static final double HIGH = 0.8;
    static final double ELEVATED = 0.5;

    private static final List<Figure> FIGURES =
            List.of(
                    Figure.share("risk", "Risk of leaving", "流失风险"),
                    Figure.number("overdue", 2, "Overdue by own rhythm (times)", "超出自身节奏（倍）"),
                    Figure.number("percentile", 0, "Percentile of risk", "风险百分位"),
                    Figure.text(
                            "band",
                            "Risk band",
                            "风险等级",
                            List.of(
                                    Figure.word("high", "High", "高"),
                                    Figure.word("elevated", "Elevated", "中"),
                                    Figure.word("low", "Low", "低"))),
                    Figure.text("reason", "First reason", "首要原因", ChurnFeatures.NAMES),
                    Figure.text("reason2", "Second reason", "次要原因", ChurnFeatures.NAMES));
    private static final Card CARD = new Card(KEY, new Label("Churn", "客户流失"), 2, FIGURES);

    @Override
    public Card card() {
        return CARD;
    }

    /** Customers as of a day, with what became of them. */
    record Sample(double[][] rows, boolean[] left) {
        static Sample of(PurchaseHistories histories, ChurnFeatures features) {
            int[] buyers = buyers(histories, features);
            double[][] rows = new double[buyers.length][];
            boolean[] left = new boolean[buyers.length];
            for (int i = 0; i < buyers.length; i++) {
                rows[i] = features.of(buyers[i]).columns();
                left[i] = features.left(buyers[i]);
            }
            return new Sample(rows, left);
        }

        int size() {
            return rows.length;
        }

        /** One of so many, evenly taken. */
        Sample every(int step) {
            int size = (rows.length - 1) / step + 1;
            double[][] some = new double[size][];
            boolean[] gone = new boolean[size];
            for (int i = 0; i < size; i++) {
                some[i] = rows[i * step];
                gone[i] = left[i * step];
            }
            return new Sample(some, gone);
        }

        int leavers() {
            int count = 0;
            for (boolean one : left) {
                count += one ? 1 : 0;
            }
            return count;
        }

        /** The smaller one of the classes. */
        int fewest() {
            return Math.min(leavers(), left.length - leavers());
        }
    }

    private static int[] buyers(PurchaseHistories histories, ChurnFeatures features) {
        int[] buyers = new int[histories.size()];
        int size = 0;
        for (int row = 0; row < histories.size(); row++) {
            if (features.isBuyer(row)) {
                buyers[size++] = row;
            }
        }
        return Arrays.copyOf(buyers, size);
    }

    @Override
    public Outcome score(Data data) {
        PurchaseHistories histories = data.histories();
        if (histories.size() < CUSTOMERS) {
            return lacking("buyers", histories.size(), CUSTOMERS);
        }
        int[] gaps = ChurnFeatures.gaps(histories, data.today());
        if (gaps.length < CUSTOMERS) {
            return lacking("repeat-purchases", gaps.length, CUSTOMERS);
        }
        int span = data.today() - histories.firstDay();
        OptionalInt window = window(data.settings().churnDays(), gaps, span);
        int asked = data.settings().churnDays() == null ? SHORTEST_WINDOW : window.orElse(0);
        if (window.isEmpty() || span < 3 * window.getAsInt()) {
            return lacking("history-days", span, 3L * Math.max(SHORTEST_WINDOW, asked));
        }
        return score(data, window.getAsInt());
    }

    /**
     * As set, else so long that four in five purchases come sooner after the one before, in full
     * weeks, but not so long that nothing is left to learn from.
     */
    private static OptionalInt window(@Nullable Integer set, int[] gaps, int span) {
        if (set != null) {
            return OptionalInt.of(set);
        }
        int patient = gaps[(int) (PATIENCE * (gaps.length - 1))];
        int weeks = Math.max(SHORTEST_WINDOW / 7, (patient + 6) / 7);
        int longest = span / 4 / 7;
        return longest * 7 < SHORTEST_WINDOW
                ? OptionalInt.empty()
                : OptionalInt.of(7 * Math.min(weeks, longest));
    }

    private static Outcome lacking(String what, long has, long needs) {
        return new Outcome.Lacking(new Scores.Lack(what, has, needs));
    }

    private static Outcome score(Data data, int window) {
        PurchaseHistories histories = data.histories();
        int today = data.today();
        Sample earlier =
                Sample.of(histories, new ChurnFeatures(histories, today - 2 * window, window));
        Sample later = Sample.of(histories, new ChurnFeatures(histories, today - window, window));
        int fewest = Math.min(earlier.fewest(), later.fewest());
        if (fewest < OF_EACH) {
            return lacking("leavers-and-stayers", fewest, OF_EACH);
        }
        List<Trial> trials = ChurnReporting.trials(earlier, later, today - window);
        String wanted = data.settings().churnMethod();
        Trial chosen = ChurnReporting.chosen(trials, wanted);
        RiskModel model = chosen.method().fit(later);
        ChurnFeatures now = new ChurnFeatures(histories, today, window);
        ChurnReport report =
                new ChurnReport(
                        window,
                        data.settings().churnDays() == null ? "rhythm" : "settings",
                        now.gap(),
                        histories.firstDay(),
                        today,
                        later.size(),
                        (double) later.leavers() / later.size(),
                        model.separated(),
                        chosen.method().key,
                        wanted == null ? "validation" : "settings",
                        ChurnReporting.candidates(trials),
                        chosen.validation(),
                        ChurnReporting.effects(model, later.rows()));
        return new Outcome.Scored(scores(histories, now, model), model.parameters(), report);
    }

    private static ScoreColumns scores(
            PurchaseHistories histories, ChurnFeatures now, RiskModel model) {
        int[] buyers = buyers(histories, now);
        ScoreColumns scores = new ScoreColumns(FIGURES, buyers.length);
        double[][] rows = new double[buyers.length][];
        double[] overdue = new double[buyers.length];
        for (int i = 0; i < buyers.length; i++) {
            ChurnFeatures.Row features = now.of(buyers[i]);
            rows[i] = features.columns();
            overdue[i] = features.overdue();
        }
        double[] risks = model.probabilities(rows);
        double[][] contributions = model.contributions(rows);
        for (int i = 0; i < buyers.length; i++) {
            int[] reasons = strongest(contributions[i]);
            int row =
                    scores.add(histories.customerHigh(buyers[i]), histories.customerLow(buyers[i]));
            scores.set(0, row, risks[i]);
            scores.set(1, row, overdue[i]);
            scores.set(3, row, band(scores.number(0, row)));
            scores.set(4, row, reason(reasons[0]));
            scores.set(5, row, reason(reasons[1]));
        }
        Percentiles.set(scores, 0, 2);
        return scores;
    }

    private static String band(double risk) {
        return risk >= HIGH ? "high" : risk >= ELEVATED ? "elevated" : "low";
    }

    private static @Nullable String reason(int feature) {
        return feature < 0 ? null : ChurnFeatures.NAMES.get(feature).key();
    }

    /** The two features that raise the risk most; -1 where none does. */
    private static int[] strongest(double[] contributions) {
        int first = -1;
        int second = -1;
        for (int i = 0; i < contributions.length; i++) {
            if (contributions[i] <= 0) {
                continue;
            }
            if (first < 0 || contributions[i] > contributions[first]) {
                second = first;
                first = i;
            } else if (second < 0 || contributions[i] > contributions[second]) {
                second = i;
            }
        }
        return new int[] {first, second};
    }
}
