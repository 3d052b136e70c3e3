package io.millrace.kernel.condition.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON text as the kernel's values. */
final class JacksonJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private JacksonJson() {}

    static Json parse(String text) {
        return of(MAPPER.readTree(text));
    }

    static String pretty(Json json) {
        return MAPPER.readTree(json.toString()).toPrettyString();
    }

    private static Json of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                node.properties()
                        .forEach(member -> members.put(member.getKey(), of(member.getValue())));
                yield new Json.Obj(members);
            }
            case ARRAY -> {
                List<Json> items = new ArrayList<>();
                node.forEach(item -> items.add(of(item)));
                yield new Json.Arr(items);
            }
            case STRING -> new Json.Text(node.asString());
            case NUMBER -> new Json.Num(node.decimalValue());
            case BOOLEAN -> new Json.Flag(node.booleanValue());
            default -> new Json.Null();
        };
    }
}
