package io.millrace.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text under which a rejected call is kept: the call, with what it inherited from its batch and
 * its path, so that it can be replayed by itself. What is too large or no JSON is kept as it began.
 */
final class Payloads {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(200)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    static String of(Rejected rejected) {
        ParsedBody.Slice at = rejected.payload();
        Item.Body body = rejected.body();
        int length = at.end() - at.start();
        if (length <= Limits.EVENT_BYTES) {
            try {
                return whole(body, at);
            } catch (JacksonException _) {
                // Kept as it began, like everything that cannot be read.
            }
        }
        return beginning(body.bytes(), at.start(), length);
    }

    static String beginning(byte[] bytes, int start, int length) {
        int kept = Math.min(length, Limits.BROKEN_BODY_KEPT);
        return new String(bytes, start, kept, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static String whole(Item.Body body, ParsedBody.Slice at) {
        JsonNode call = JSON.readTree(body.bytes(), at.start(), at.end() - at.start());
        if (!(call instanceof ObjectNode object)) {
            return call.toString();
        }
        object.remove("writeKey");
        if (body.call() != null && !object.has("type")) {
            object.put("type", body.call());
        }
        if (body.sentAt() != null && !object.has("sentAt")) {
            object.put("sentAt", body.sentAt());
        }
        inherit(object, body);
        return JSON.writeValueAsString(object);
    }

    private static void inherit(ObjectNode call, Item.Body body) {
        ParsedBody.Slice at = body.context();
        if (at.end() == at.start() || at.end() - at.start() > Limits.EVENT_BYTES) {
            return;
        }
        JsonNode context = JSON.readTree(body.bytes(), at.start(), at.end() - at.start());
        ObjectNode own =
                call.get("context") instanceof ObjectNode object
                        ? object
                        : call.putObject("context");
        for (Map.Entry<String, JsonNode> field : context.properties()) {
            if (!own.has(field.getKey())) {
                own.set(field.getKey(), field.getValue());
            }
        }
    }

    /** True if the text is one JSON object. */
    static boolean isObject(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode;
        } catch (JacksonException _) {
            return false;
        }
    }

    private Payloads() {}
}
