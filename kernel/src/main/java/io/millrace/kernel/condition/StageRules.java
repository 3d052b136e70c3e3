package io.millrace.kernel.condition;

import java.util.List;

/**
 * The rules of a lifecycle scheme, as they stand in a clause that asks for its stages: the first
 * rule that holds names the stage, and the last stage takes whoever is left, whatever its condition
 * says. Nobody is in a stage before their first fact. {@link Inlining} puts them into clauses; they
 * are no part of a clause's JSON.
 *
 * @param rules in the order of the stages; none stands for a scheme that there is not
 */
public record StageRules(List<Rule> rules) {
    /** A stage's key and the condition that leads into it. */
    public record Rule(String stage, Condition condition) {}

    /** Of a scheme that there is not: no customer has a stage in it. */
    public static final StageRules UNKNOWN = new StageRules(List.of());

    public StageRules {
        rules = List.copyOf(rules);
    }
}
