package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.kernel.condition.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conditions between the kernel's JSON and the one that arrives over HTTP and from tables. */
final class JacksonConditions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JacksonConditions() {}

    static ConditionJson.Read read(JsonNode node) {
        return ConditionJson.read(json(node));
    }

    /**
     * What was written by {@link #text}.
     *
     * @throws IllegalStateException if it was not
     */
    static Condition parse(String text) {
        return switch (read(JSON.readTree(text))) {
            case ConditionJson.Read.Done(Condition condition) -> condition;
            case ConditionJson.Read.Invalid(var problems) ->
                    throw new IllegalStateException("a kept condition cannot be read: " + problems);
        };
    }

    /** Canonical. */
    static String text(Condition condition) {
        return ConditionJson.write(condition).toString();
    }

    static JsonNode node(Condition condition) {
        return node(ConditionJson.write(condition));
    }

    static JsonNode node(Json json) {
        return JSON.readTree(json.toString());
    }

    private static Json json(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                node.properties().forEach(one -> members.put(one.getKey(), json(one.getValue())));
                yield new Json.Obj(members);
            }
            case ARRAY -> {
                List<Json> items = new ArrayList<>();
                node.forEach(item -> items.add(json(item)));
                yield new Json.Arr(items);
            }
            case STRING -> new Json.Text(node.asString());
            case NUMBER -> new Json.Num(node.decimalValue());
            case BOOLEAN -> new Json.Flag(node.asBoolean());
            default -> new Json.Null();
        };
    }
}
