package io.millrace.audiences.portraits;

import io.millrace.audiences.Audiences;
import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Moment;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The stage of every lifecycle scheme. */
@Component
class StageGroups implements GroupingMaker {
    private static final String PREFIX = "stage.";

    private final Audiences schemes;
    private final SelectedGroups selected;

    StageGroups(Audiences schemes, SelectedGroups selected) {
        this.schemes = schemes;
        this.selected = selected;
    }

    @Override
    public List<GroupingName> offered(Base base) {
        return schemes.schemes().stream()
                .map(scheme ->
                        new GroupingName(
                                PREFIX + scheme.key(),
                                new Label(
                                        "Stage: " + scheme.label().en(),
                                        "阶段：" + scheme.label().zh()),
                                "stage",
                                false))
                .toList();
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        List<GroupValue> values = new ArrayList<>();
        String scheme = name.key().substring(PREFIX.length());
        schemes.scheme(scheme)
                .ifPresent(
                        found -> found.stages().forEach(stage -> values.add(value(scheme, stage))));
        values.add(GroupValue.none(null));
        return selected.make(name, base, values, name.key(), value -> value);
    }

    private static GroupValue value(String scheme, Audiences.RuledStage stage) {
        return new GroupValue(
                stage.key(),
                stage.label(),
                new Condition.Stage(scheme, List.of(stage.key()), Moment.NOW));
    }
}
