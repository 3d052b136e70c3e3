package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.model.CustomerType;
import io.millrace.kernel.model.RfmRegion;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What customers are worth: RFM types, regions and scores, and tiers of revenue. */
@Component
class ValueGroups implements GroupingMaker {
    private static final String FAMILY = "value";
    private static final GroupValue UNSCORED =
            GroupValue.of(GroupValue.NONE, "Without an order", "没有订单");

    private static final List<GroupingName> OFFERED =
            List.of(
                    name("rfm.type", "RFM type", "RFM 客户类型"),
                    name("rfm.region", "RFM region", "RFM 区域"),
                    name("rfm.r", "Recency score", "近度得分 R"),
                    name("rfm.f", "Frequency score", "频度得分 F"),
                    name("rfm.m", "Money score", "金额得分 M"),
                    name("pareto.tier", "Tier by revenue", "收入层级"));

    /** The shares of the usual pyramid, from the top. */
    private static final Map<String, Label> TIERS =
            Map.of(
                    "1", new Label("Tier 1 (top 1 %)", "第 1 层（前 1%）"),
                    "2", new Label("Tier 2 (next 4 %)", "第 2 层（其后 4%）"),
                    "3", new Label("Tier 3 (next 15 %)", "第 3 层（其后 15%）"),
                    "4", new Label("Tier 4 (next 30 %)", "第 4 层（其后 30%）"),
                    "5", new Label("Tier 5 (last 50 %)", "第 5 层（后 50%）"));

    private final SelectedGroups selected;

    ValueGroups(SelectedGroups selected) {
        this.selected = selected;
    }

    private static GroupingName name(String key, String en, String zh) {
        return new GroupingName(key, new Label(en, zh), FAMILY, false);
    }

    @Override
    public List<GroupingName> offered(Base base) {
        return OFFERED;
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        List<GroupValue> values = new ArrayList<>(values(name.key()).toList());
        values.add(UNSCORED);
        boolean tier = name.key().equals("pareto.tier");
        return selected.make(
                name, base, values, name.key(), value -> tier ? "revenue-" + value : value);
    }

    private static Stream<GroupValue> values(String key) {
        return switch (key) {
            case "rfm.type" ->
                    Arrays.stream(CustomerType.values())
                            .map(one ->
                                    new GroupValue(
                                            one.key(),
                                            new Label(one.english(), one.chinese()),
                                            is("type", new Value.Text(one.key()))));
            case "rfm.region" ->
                    Arrays.stream(RfmRegion.values())
                            .map(one ->
                                    new GroupValue(
                                            one.key(),
                                            new Label(one.english(), one.chinese()),
                                            is("segment", new Value.Text(one.key()))));
            case "pareto.tier" ->
                    Stream.of("1", "2", "3", "4", "5")
                            .map(one ->
                                    new GroupValue(
                                            one,
                                            TIERS.getOrDefault(one, new Label(one, one)),
                                            null));
            default ->
                    Stream.of("5", "4", "3", "2", "1")
                            .map(one ->
                                    GroupValue.of(
                                            one,
                                            is(
                                                    key.substring("rfm.".length()),
                                                    new Value.Whole(Long.parseLong(one)))));
        };
    }

    /** By the last run of the model, which follows the same settings. */
    private static Condition is(String figure, Value value) {
        return new Condition.Score("rfm", figure, new ValueTest.Equals(value), Moment.NOW);
    }
}
