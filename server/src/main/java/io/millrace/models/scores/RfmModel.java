package io.millrace.models.scores;

import io.millrace.kernel.model.CustomerType;
import io.millrace.kernel.model.RfmRegion;
import io.millrace.kernel.model.RfmScores;
import io.millrace.models.RfmSettings;
import io.millrace.shared.Label;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Recency, frequency and monetary value by the workspace's own RFM settings. */
@Component
@Order(1)
final class RfmModel implements ScoringModel {
    private static final List<Figure> FIGURES =
            List.of(
                    Figure.text(
                            "type",
                            "Type (of eight)",
                            "客户类型（八类）",
                            Arrays.stream(CustomerType.values())
                                    .map(one ->
                                            Figure.word(one.key(), one.english(), one.chinese()))
                                    .toList()),
                    Figure.text(
                            "segment",
                            "Segment",
                            "客群",
                            Arrays.stream(RfmRegion.values())
                                    .map(one ->
                                            Figure.word(one.key(), one.english(), one.chinese()))
                                    .toList()),
                    Figure.number("r", 0, "Recency score", "最近购买得分"),
                    Figure.number("f", 0, "Frequency score", "频次得分"),
                    Figure.number("m", 0, "Monetary score", "金额得分"),
                    Figure.number("total", 0, "Weighted total", "加权总分"));
    private static final Card CARD = new Card("rfm", new Label("RFM", "RFM"), 1, FIGURES);

    /** The settings and where they cut, so that drift from run to run can be seen. */
    record Cuts(
            List<Long> recencyDays, List<Long> frequency, List<Long> monetary, RfmSettings settings)
            implements Report {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Outcome score(Data data) {
        RfmScores scores = data.rfm().scores();
        int customers = scores.table().size();
        if (customers == 0) {
            return new Outcome.Lacking(new Scores.Lack("buyers", 0, 1));
        }
        ScoreColumns columns = new ScoreColumns(FIGURES, customers);
        for (int i = 0; i < customers; i++) {
            int row = columns.add(scores.table().customerHigh(i), scores.table().customerLow(i));
            columns.set(0, row, scores.type(i).key());
            columns.set(1, row, scores.region(i).key());
            columns.set(2, row, scores.r(i));
            columns.set(3, row, scores.f(i));
            columns.set(4, row, scores.m(i));
            columns.set(5, row, scores.total(i));
        }
        RfmScores.Limits limits = scores.limits();
        RfmScores.Parting parting = scores.parting();
        return new Outcome.Scored(
                columns,
                List.of(
                        Parameter.of("typeRecencyDays", parting.recencyDays()),
                        Parameter.of("typeFrequency", parting.frequency()),
                        Parameter.of("typeMonetary", parting.monetary())),
                new Cuts(
                        limits.recencyDays(),
                        limits.frequency(),
                        limits.monetary(),
                        data.rfm().settings()));
    }
}
