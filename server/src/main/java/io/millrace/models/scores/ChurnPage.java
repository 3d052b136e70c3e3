package io.millrace.models.scores;

import io.millrace.models.scores.ScorePages.Action;
import io.millrace.models.scores.ScorePages.Churn;
import io.millrace.models.scores.ScorePages.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who is about to leave, why, and for whom it is worth doing something. */
final class ChurnPage {
    private static final int SHOWN = 30;

    /** The upper quarter by lifetime value. */
    private static final int WORTH = 75;

    private static final String AT_RISK =
            Clauses.within(ChurnModel.KEY, "risk", ChurnModel.ELEVATED, Double.POSITIVE_INFINITY);

    private final Instant asOf;
    private final ScoreColumns risks;
    private final ScoreColumns values;
    private final Scores.@Nullable Detail run;
    private final @Nullable String currency;

    ChurnPage(
            Instant asOf,
            ScoreColumns risks,
            ScoreColumns values,
            Scores.@Nullable Detail run,
            @Nullable String currency) {
        this.asOf = asOf;
        this.risks = risks;
        this.values = values;
        this.run = run;
        this.currency = currency;
    }

    Churn page() {
        int[] worthwhile = worthwhile();
        return new Churn(
                asOf,
                run,
                currency,
                risks.size(),
                Opening.of(PagesOfScores.everybody(ChurnModel.KEY, "risk")),
                Bins.count(risks, ChurnModel.KEY, "risk", Bins.tenths()),
                bands(),
                reasons(),
                values.size() > 0,
                worthwhile.length,
                Opening.of(
                        Clauses.all(
                                AT_RISK,
                                Clauses.within(
                                        ClvModel.KEY,
                                        "percentile",
                                        WORTH,
                                        Double.POSITIVE_INFINITY))),
                actions(worthwhile));
    }

    private List<Word> bands() {
        int figure = risks.place("band");
        List<Word> bands = new ArrayList<>();
        for (Figure.Word band : risks.figures().get(figure).values()) {
            int customers =
                    (int)
                            IntStream.range(0, risks.size())
                                    .filter(row -> band.key().equals(risks.text(figure, row)))
                                    .count();
            bands.add(
                    new Word(
                            band.key(),
                            customers,
                            Opening.of(Clauses.is(ChurnModel.KEY, "band", band.key()))));
        }
        return bands;
    }

    private boolean isAtRisk(int row) {
        return risks.number(risks.place("risk"), row) >= ChurnModel.ELEVATED;
    }

    private List<Word> reasons() {
        int figure = risks.place("reason");
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < risks.size(); row++) {
            String reason = risks.text(figure, row);
            if (reason != null && isAtRisk(row)) {
                counts.merge(reason, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(one ->
                        new Word(
                                one.getKey(),
                                one.getValue(),
                                Opening.of(
                                        Clauses.all(
                                                AT_RISK,
                                                Clauses.is(
                                                        ChurnModel.KEY, "reason", one.getKey())))))
                .sorted(
                        Comparator.comparingInt(Word::customers)
                                .reversed()
                                .thenComparing(Word::word))
                .toList();
    }

    private int[] worthwhile() {
        int percentile = values.place("percentile");
        return IntStream.range(0, risks.size())
                .filter(this::isAtRisk)
                .filter(row -> {
                    int value = values.rowOf(risks.customer(row));
                    return value >= 0 && values.number(percentile, value) >= WORTH;
                })
                .toArray();
    }

    private List<Action> actions(int[] rows) {
        return IntStream.of(rows)
                .mapToObj(this::action)
                .sorted(Comparator.comparingLong(Action::stake).reversed())
                .limit(SHOWN)
                .toList();
    }

    private Action action(int row) {
        int value = values.rowOf(risks.customer(row));
        double risk = risks.number(risks.place("risk"), row);
        double worth = values.number(values.place("clv"), value);
        return new Action(
                risks.customer(row),
                risk,
                risks.number(risks.place("overdue"), row),
                risks.text(risks.place("reason"), row),
                risks.text(risks.place("reason2"), row),
                Math.round(worth),
                Math.round(risk * worth));
    }
}
