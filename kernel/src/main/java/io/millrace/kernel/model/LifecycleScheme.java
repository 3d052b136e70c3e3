package io.millrace.kernel.model;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.StageRules;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ordered rules: the first stage whose condition holds names the stage of a customer; the last
 * stage takes whoever is left, whatever its condition says.
 */
public record LifecycleScheme(String key, String english, String chinese, List<Stage> stages) {
    /** A stage and the rule that leads into it. */
    public record Stage(String key, String english, String chinese, Condition rule) {
        private Stage with(Condition other) {
            return new Stage(key, english, chinese, other);
        }
    }

    public LifecycleScheme {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || stages.size() > 100) {
            throw new IllegalArgumentException("a scheme has 1 to 100 stages");
        }
    }

    /** The rules as clauses about stages need them. */
    public StageRules rules() {
        return new StageRules(
                stages.stream()
                        .map(stage -> new StageRules.Rule(stage.key(), stage.rule()))
                        .toList());
    }

    /** The same stages by other conditions, in their order. */
    public LifecycleScheme with(StageRules rules) {
        return new LifecycleScheme(
                key,
                english,
                chinese,
                IntStream.range(0, stages.size())
                        .mapToObj(i -> stages.get(i).with(rules.rules().get(i).condition()))
                        .toList());
    }
}
