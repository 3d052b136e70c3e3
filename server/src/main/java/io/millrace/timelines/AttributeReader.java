package io.millrace.timelines;

import io.millrace.kernel.timeline.Value;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the attributes of a fact from the JSON that {@link Attributes} writes. */
final class AttributeReader {
    /** A real number is written plainly, so it may have more digits than Jackson's usual limit. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNumberLength(2_000).build())
                    .build();

    private AttributeReader() {}

    static Map<String, Value> read(byte[] bytes, int from, int length) {
        if (length <= 2) {
            return Map.of();
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            return read(json);
        }
    }

    static Map<String, Value> read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return read(json);
        }
    }

    private static Map<String, Value> read(JsonParser json) {
        Map<String, Value> values = new HashMap<>();
        json.nextToken();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            values.put(name, value(json, json.nextToken()));
        }
        return values;
    }

    private static Value value(JsonParser json, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new Value.Text(json.getString());
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> new Value.Real(json.getDoubleValue());
            case VALUE_TRUE -> new Value.Flag(true);
            case VALUE_FALSE -> new Value.Flag(false);
            case START_OBJECT -> sealed(json);
            default -> throw new IllegalStateException("no attribute begins with " + token);
        };
    }

    private static Value whole(JsonParser json) {
        return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new Value.Real(json.getDoubleValue())
                : new Value.Whole(json.getLongValue());
    }

    private static Value sealed(JsonParser json) throws JacksonException {
        json.nextName();
        json.nextToken();
        Value sealed = new Value.Sealed(json.getString());
        json.nextToken();
        return sealed;
    }
}
