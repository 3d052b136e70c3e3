package io.millrace.audiences;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rules of a scheme from JSON and writes them. */
final class SchemeReader {
    private static final int MOST_STAGES = 20;
    private static final int LONGEST_LABEL = 60;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** What reading came to. */
    sealed interface Read {
        record Done(LifecycleScheme scheme) implements Read {}

        record Invalid(List<FieldProblem> problems) implements Read {}
    }

    /** Reads one rule. */
    @FunctionalInterface
    interface Rules {
        RuleLanguage.Read read(JsonNode rule, String pointer);
    }

    private final Rules rules;
    private final List<FieldProblem> problems = new ArrayList<>();

    private SchemeReader(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param scheme whose key and names the rules get
     */
    static Read read(LifecycleScheme scheme, JsonNode rules, RuleLanguage language) {
        return new SchemeReader((rule, pointer) -> language.read(rule, pointer, scheme.key()))
                .read(scheme, rules);
    }

    /** What was checked when it was written. */
    static Read read(LifecycleScheme scheme, JsonNode rules, ConditionNodes conditions) {
        return new SchemeReader((rule, pointer) -> plain(rule, pointer, conditions))
                .read(scheme, rules);
    }

    private static RuleLanguage.Read plain(
            JsonNode rule, String pointer, ConditionNodes conditions) {
        return switch (conditions.read(rule)) {
            case ConditionJson.Read.Done(Condition condition) ->
                    new RuleLanguage.Read.Done(condition);
            case ConditionJson.Read.Invalid _ ->
                    new RuleLanguage.Read.Invalid(
                            List.of(FieldProblem.of(pointer, "audiences.condition-missing")));
        };
    }

    private Read read(LifecycleScheme scheme, JsonNode whole) {
        JsonNode given = whole.path("stages");
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_STAGES) {
            wrong("/stages", "audiences.stages", Integer.toString(MOST_STAGES));
            return new Read.Invalid(problems);
        }
        List<LifecycleScheme.Stage> stages = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/stages/" + i;
            JsonNode node = given.get(i);
            String key = node.path("key").asString("");
            if (!KEY.matcher(key).matches() || key.equals(Audiences.NOT_YET) || !keys.add(key)) {
                wrong(pointer + "/key", "audiences.stage-key");
            }
            String english = label(node, "en", pointer);
            String chinese = label(node, "zh", pointer);
            switch (rules.read(node.path("rule"), pointer + "/rule")) {
                case RuleLanguage.Read.Done(Condition rule) ->
                        stages.add(new LifecycleScheme.Stage(key, english, chinese, rule));
                case RuleLanguage.Read.Invalid(var errors) -> problems.addAll(errors);
            }
        }
        return problems.isEmpty()
                ? new Read.Done(
                        new LifecycleScheme(
                                scheme.key(), scheme.english(), scheme.chinese(), stages))
                : new Read.Invalid(problems);
    }

    static ObjectNode write(LifecycleScheme scheme, ConditionNodes conditions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode stages = node.putArray("stages");
        for (LifecycleScheme.Stage stage : scheme.stages()) {
            ObjectNode written = stages.addObject().put("key", stage.key());
            written.putObject("label").put("en", stage.english()).put("zh", stage.chinese());
            written.set("rule", conditions.write(stage.rule()));
        }
        return node;
    }

    private String label(JsonNode node, String language, String pointer) {
        String label = node.path("label").path(language).asString("").strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            wrong(
                    pointer + "/label/" + language,
                    "audiences.stage-label",
                    Integer.toString(LONGEST_LABEL));
        }
        return label;
    }

    private void wrong(String pointer, String code, String... arguments) {
        problems.add(FieldProblem.of(pointer, code, arguments));
    }
}
