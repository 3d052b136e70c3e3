package io.millrace.models.scores;

import io.millrace.models.response.Responses;
import io.millrace.models.response.Responses.Buyer;
import io.millrace.models.response.Responses.Buying;
import io.millrace.shared.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who buys on a deal more often than others; see {@link Responses}. */
@Component
@Order(10)
final class ResponseModel implements ScoringModel {
    static final String KEY = "response";

    private static final List<Figure> FIGURES =
            List.of(
                    Figure.text(
                            "class",
                            "Answer to deals",
                            "对优惠的反应",
                            List.of(
                                    Figure.word("seeker", "Deal seeker", "追逐优惠"),
                                    Figure.word("aware", "Price aware", "关注价格"),
                                    Figure.word("indifferent", "Indifferent", "无所谓"),
                                    Figure.word("full", "Full price", "原价购买"),
                                    Figure.word("unknown", "Too few purchases", "购买太少"))),
                    Figure.number("index", 2, "Deal index (1 = as everybody)", "优惠指数（1 = 与大家相同）"),
                    Figure.share("share", "Share bought on a deal", "优惠购买占比"),
                    Figure.share("expected", "Share of deals to be expected", "应有的优惠占比"),
                    Figure.share("reliability", "How sure the index is", "指数的可靠程度"),
                    Figure.number("choices", 0, "Purchases behind the index", "指数依据的购买数"),
                    Figure.number("orders", 0, "Days with a purchase", "有购买的天数"),
                    Figure.share("depth", "Mean discount taken", "平均折扣幅度"),
                    Figure.number("price", 3, "Price paid (1 = as everybody)", "支付价格（1 = 与大家相同）"),
                    Figure.text("category", "Favourite category on a deal", "最常优惠购买的品类", List.of()),
                    Figure.money("spent", "Spent in two years", "两年内花费"));
    private static final Card CARD =
            new Card(KEY, new Label("Price and promotion response", "价格与促销敏感度"), 1, FIGURES);

    private final Responses responses;
    private final NextModel next;

    ResponseModel(Responses responses, NextModel next) {
        this.responses = responses;
        this.next = next;
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Figure.Word> examples(Figure figure) {
        return figure.key().equals("category") ? next.examples(figure) : figure.values();
    }

    /**
     * @param customers in each class, in the order of {@link Responses.Kind}
     */
    record Classes(List<Integer> customers) implements Report {}

    @Override
    public Outcome score(Data data) {
        return switch (responses.buying(data.asOf())) {
            case Buying.TooFewDeals(int has, int needs) ->
                    new Outcome.Lacking(new Scores.Lack("deal-choices", has, needs));
            case Buying.Known(double spread, List<Buyer> buyers) -> scored(spread, buyers);
        };
    }

    private static Outcome scored(double spread, List<Buyer> buyers) {
        ScoreColumns scores = new ScoreColumns(FIGURES, buyers.size());
        Integer[] kinds = new Integer[Responses.Kind.values().length];
        Arrays.fill(kinds, 0);
        for (Buyer buyer : buyers) {
            int row = scores.add(buyer.customerHigh(), buyer.customerLow());
            kinds[buyer.kind().ordinal()]++;
            scores.set(0, row, word(buyer.kind()));
            scores.set(1, row, buyer.index());
            scores.set(2, row, (double) buyer.deals() / buyer.items());
            scores.set(3, row, buyer.choices() == 0 ? Double.NaN : buyer.expected());
            scores.set(4, row, buyer.reliability());
            scores.set(5, row, buyer.choices());
            scores.set(6, row, buyer.orders());
            scores.set(7, row, buyer.depth());
            scores.set(8, row, buyer.price());
            scores.set(9, row, buyer.favourite());
            scores.set(10, row, buyer.spent());
        }
        return new Outcome.Scored(
                scores, List.of(Parameter.of("spread", spread)), new Classes(List.of(kinds)));
    }

    static String word(Responses.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
