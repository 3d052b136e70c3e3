package io.millrace.kernel.model;

import io.millrace.kernel.condition.Condition;
import java.util.List;

/**
 * Ordered rules: the first stage whose condition holds names the stage of a customer; the last
 * stage takes whoever is left, whatever its condition says.
 */
public record LifecycleScheme(String key, String english, String chinese, List<Stage> stages) {
    /** A stage and the rule that leads into it. */
    public record Stage(String key, String english, String chinese, Condition rule) {}

    public LifecycleScheme {
        stages = List.copyOf(stages);
        if (stages.isEmpty() || stages.size() > 100) {
            throw new IllegalArgumentException("a scheme has 1 to 100 stages");
        }
    }
}
