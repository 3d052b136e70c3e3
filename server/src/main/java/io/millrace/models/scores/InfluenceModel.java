package io.millrace.models.scores;

import io.millrace.models.influence.Influence;
import io.millrace.models.influence.InfluenceSettings;
import io.millrace.shared.Label;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who brings others, and what that is worth: PageRank and value over the referrals. */
@Component
@Order(6)
final class InfluenceModel implements ScoringModel {
    private static final List<Figure> FIGURES =
            List.of(
                    Figure.number("rank", 2, "Influence (1 is average)", "影响力（1 为平均）"),
                    Figure.number("percentile", 0, "Percentile of influence", "影响力百分位"),
                    Figure.number("reach", 0, "People invited", "邀请人数"),
                    Figure.number("joined", 0, "Customers brought", "带来的客户"),
                    Figure.number("ordered", 0, "Brought and ordered", "带来且下单"),
                    Figure.share("conversion", "Share of invited who ordered", "邀请下单率"),
                    Figure.number("network", 0, "Brought, all generations", "各代带来的客户"),
                    Figure.money("direct", "Revenue of those brought", "直接带来的收入"),
                    Figure.money("brought", "Revenue of all generations", "各代带来的收入（折算）"),
                    Figure.number("points", 1, "Points for sharing", "内容互动分"),
                    Figure.text(
                            "role",
                            "Role",
                            "角色",
                            List.of(
                                    Figure.word("kol", "KOL candidate", "KOL 候选"),
                                    Figure.word("koc", "KOC candidate", "KOC 候选"),
                                    Figure.word("advocate", "Advocate", "推荐者"),
                                    Figure.word("sharer", "Sharer", "分享者"))));
    private static final Card CARD =
            new Card("influence", new Label("Influence", "影响力"), 1, FIGURES);

    private final Influence influence;

    InfluenceModel(Influence influence) {
        this.influence = influence;
    }

    /** The rule by which roles were given. */
    record Rule(InfluenceSettings settings) implements Report {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Outcome score(Data data) {
        Influence.Network network = influence.network(data.asOf());
        if (network.size() == 0) {
            return new Outcome.Lacking(new Scores.Lack("referrers", 0, 1));
        }
        ScoreColumns scores = new ScoreColumns(FIGURES, network.size());
        for (int i = 0; i < network.size(); i++) {
            int row =
                    scores.add(
                            network.customer(i).getMostSignificantBits(),
                            network.customer(i).getLeastSignificantBits());
            scores.set(0, row, network.rank(i));
            scores.set(2, row, network.reach(i));
            scores.set(3, row, network.joined(i));
            scores.set(4, row, network.ordered(i));
            scores.set(5, row, network.conversion(i));
            scores.set(6, row, network.under(i));
            scores.set(7, row, network.direct(i));
            scores.set(8, row, network.carried(i));
            scores.set(9, row, network.points(i));
            scores.set(10, row, network.role(i).name().toLowerCase(Locale.ROOT));
        }
        Percentiles.set(scores, 0, 1);
        return new Outcome.Scored(scores, List.of(), new Rule(influence.settings()));
    }
}
