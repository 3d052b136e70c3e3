package io.millrace.models.scores;

import io.millrace.models.offers.Repurchasing;
import io.millrace.models.offers.Repurchasing.Due;
import io.millrace.shared.Label;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which purchase of each customer runs out next, and when; see {@link Repurchasing}. */
@Component
@Order(9)
final class ReplenishmentModel implements ScoringModel {
    static final String KEY = "replenishment";
    private static final int CUSTOMERS = 10;

    private static final List<Figure> FIGURES =
            List.of(
                    Figure.text("product", "Runs out next", "最先用完的商品", List.of()),
                    Figure.text("category", "Its category", "所属品类", List.of()),
                    Figure.text("due", "Runs out on", "预计用完日期", List.of()),
                    Figure.text(
                            "state",
                            "State",
                            "状态",
                            List.of(
                                    Figure.word("due", "Due within 14 days", "14 天内到期"),
                                    Figure.word("overdue", "Overdue", "已逾期"),
                                    Figure.word("later", "Later", "未到期"),
                                    Figure.word("lapsed", "Long past", "早已过期"))),
                    Figure.number("open", 0, "Products due or overdue", "到期或逾期的商品数"));
    private static final Card CARD = new Card(KEY, new Label("Replenishment", "补货提醒"), 1, FIGURES);

    private final Repurchasing repurchasing;
    private final NextModel next;

    ReplenishmentModel(Repurchasing repurchasing, NextModel next) {
        this.repurchasing = repurchasing;
        this.next = next;
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Map<String, Label> called(Set<String> words) {
        return next.called(words);
    }

    @Override
    public List<Figure.Word> examples(Figure figure) {
        boolean named = figure.key().equals("product") || figure.key().equals("category");
        return named ? next.examples(figure) : figure.values();
    }

    /**
     * @param due customers in each state
     */
    record Found(int customers, int due, int overdue, int later, int lapsed) implements Report {}

    @Override
    public Outcome score(Data data) {
        List<Due> dues = repurchasing.mostPressing(data.asOf());
        if (dues.size() < CUSTOMERS) {
            return new Outcome.Lacking(
                    new Scores.Lack("replenishing-customers", dues.size(), CUSTOMERS));
        }
        ScoreColumns scores = new ScoreColumns(FIGURES, dues.size());
        int[] states = new int[Repurchasing.State.values().length];
        for (Due due : dues) {
            int row = scores.add(due.customerHigh(), due.customerLow());
            scores.set(0, row, due.item().key());
            scores.set(1, row, due.category());
            scores.set(2, row, due.on().toString());
            scores.set(3, row, due.state().name().toLowerCase(Locale.ROOT));
            scores.set(4, row, due.open());
            states[due.state().ordinal()]++;
        }
        Found found = new Found(dues.size(), states[0], states[1], states[2], states[3]);
        return new Outcome.Scored(scores, List.of(), found);
    }
}
