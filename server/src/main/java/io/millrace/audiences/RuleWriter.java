package io.millrace.audiences;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes conditions as the JSON that {@link RuleReader} reads. */
final class RuleWriter {
    private RuleWriter() {}

    static ObjectNode write(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> many("all", of);
            case Condition.Any(List<Condition> of) -> many("any", of);
            case Condition.None(List<Condition> of) -> many("none", of);
            case Condition.FactCount it ->
                    window(
                            about("count", it.kind(), it.comparison()).put("number", it.number()),
                            it.lastDays());
            case Condition.AmountSum it ->
                    window(
                            about("amount", it.kind(), it.comparison())
                                    .put("currency", it.currency())
                                    .put("minorUnits", it.minorUnits()),
                            it.lastDays());
            case Condition.DaysSinceFirst it ->
                    about("daysSinceFirst", it.kind(), it.comparison()).put("days", it.days());
            case Condition.DaysSinceLast it ->
                    about("daysSinceLast", it.kind(), it.comparison()).put("days", it.days());
            case Condition.CustomerAge it ->
                    node("customerAge")
                            .put("comparison", name(it.comparison()))
                            .put("days", it.days());
            default -> throw new IllegalArgumentException("no lifecycle rule: " + condition);
        };
    }

    static String name(Comparison comparison) {
        return comparison.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode about(String type, String kind, Comparison comparison) {
        return node(type).put("kind", kind).put("comparison", name(comparison));
    }

    private static ObjectNode many(String type, List<Condition> of) {
        ObjectNode node = node(type);
        ArrayNode parts = node.putArray("of");
        of.forEach(part -> parts.add(write(part)));
        return node;
    }

    private static ObjectNode window(ObjectNode node, Optional<Integer> lastDays) {
        lastDays.ifPresent(days -> node.put("lastDays", days));
        return node;
    }
}
