package io.millrace.audiences;

import io.millrace.kernel.condition.Condition;
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

    private SchemeReader() {}

    /** What reading came to. */
    sealed interface Read {
        record Done(LifecycleScheme scheme) implements Read {}

        record Invalid(List<FieldProblem> problems) implements Read {}
    }

    /**
     * @param scheme whose key and names the rules get
     */
    static Read read(LifecycleScheme scheme, JsonNode rules) {
        RuleReader reader = new RuleReader();
        JsonNode given = rules.path("stages");
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_STAGES) {
            reader.wrong("/stages", "audiences.stages", Integer.toString(MOST_STAGES));
            return new Read.Invalid(reader.problems());
        }
        List<LifecycleScheme.Stage> stages = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/stages/" + i;
            JsonNode node = given.get(i);
            String key = node.path("key").asString("");
            if (!KEY.matcher(key).matches() || key.equals(Audiences.NOT_YET) || !keys.add(key)) {
                reader.wrong(pointer + "/key", "audiences.stage-key");
            }
            String english = label(node, "en", pointer, reader);
            String chinese = label(node, "zh", pointer, reader);
            Condition rule = reader.read(node.path("rule"), pointer + "/rule", 1);
            if (rule != null) {
                stages.add(new LifecycleScheme.Stage(key, english, chinese, rule));
            }
        }
        return reader.problems().isEmpty()
                ? new Read.Done(
                        new LifecycleScheme(
                                scheme.key(), scheme.english(), scheme.chinese(), stages))
                : new Read.Invalid(reader.problems());
    }

    static ObjectNode write(LifecycleScheme scheme) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode stages = node.putArray("stages");
        for (LifecycleScheme.Stage stage : scheme.stages()) {
            ObjectNode written = stages.addObject().put("key", stage.key());
            written.putObject("label").put("en", stage.english()).put("zh", stage.chinese());
            written.set("rule", RuleWriter.write(stage.rule()));
        }
        return node;
    }

    private static String label(JsonNode node, String language, String pointer, RuleReader reader) {
        String label = node.path("label").path(language).asString("").strip();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            reader.wrong(
                    pointer + "/label/" + language,
                    "audiences.stage-label",
                    Integer.toString(LONGEST_LABEL));
        }
        return label;
    }
}
