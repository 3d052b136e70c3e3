package io.millrace.intake;

import io.millrace.kernel.timeline.Value;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a JSON object straight into flat attributes: nested objects with dots, arrays as their JSON
 * text. Never keeps a tree, and stops keeping at the first breach of a limit.
 */
final class AttributeReader {
    private final JsonParser parser;
    private final byte[] body;
    private final RawCall call;
    private final CallAttributes into;

    AttributeReader(JsonParser parser, byte[] body, RawCall call, CallAttributes into) {
        this.parser = parser;
        this.body = body;
        this.call = call;
        this.into = into;
    }

    /** The parser stands on {@code START_OBJECT}; afterwards on its {@code END_OBJECT}. */
    void readObject(String prefix, int depth) {
        if (depth > Limits.DEPTH) {
            call.spoil(Codes.TOO_DEEP, "", Limits.DEPTH);
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (accepts(name, prefix)) {
                readValue(prefix.isEmpty() ? name : prefix + name, token, depth);
            } else {
                parser.skipChildren();
            }
        }
    }

    private boolean accepts(String name, String prefix) {
        if (call.flaw() != null) {
            return false;
        }
        if (prefix.length() + name.length() > Limits.NAME_CHARACTERS) {
            call.spoil(Codes.NAME_TOO_LONG, "", Limits.NAME_CHARACTERS);
            return false;
        }
        if (!Texts.storable(name)) {
            call.spoil(Codes.BAD_TEXT, "");
            return false;
        }
        if (into.size() >= Limits.ATTRIBUTES) {
            call.spoil(Codes.TOO_MANY_KEYS, "", Limits.ATTRIBUTES);
            return false;
        }
        return true;
    }

    void readValue(String name, JsonToken token, int depth) {
        switch (token) {
            case VALUE_STRING -> text(name, parser.getString());
            case VALUE_NUMBER_INT -> whole(name);
            case VALUE_NUMBER_FLOAT -> real(name);
            case VALUE_TRUE -> into.put(name, new Value.Flag(true));
            case VALUE_FALSE -> into.put(name, new Value.Flag(false));
            case VALUE_NULL -> into.removed().add(name);
            case START_OBJECT -> readObject(name + ".", depth + 1);
            case START_ARRAY -> array(name, depth + 1);
            default -> call.spoil(Codes.BAD_TYPE, pointer(name));
        }
    }

    private void text(String name, String text) {
        if (!Texts.storable(text)) {
            call.spoil(Codes.BAD_TEXT, pointer(name));
            return;
        }
        keep(name, text, Sensitive.is(name));
    }

    private void keep(String name, String text, boolean isSecret) {
        if (text.length() > Limits.TEXT_CHARACTERS) {
            into.put("truncated", new Value.Text(name));
        }
        into.putText(name, Texts.cut(text, Limits.TEXT_CHARACTERS), isSecret);
    }

    private void whole(String name) {
        switch (parser.getNumberType()) {
            case INT, LONG -> number(name, parser.getLongValue());
            default -> real(name);
        }
    }

    private void number(String name, long value) {
        if (Sensitive.is(name)) {
            into.putText(name, Long.toString(value), true);
        } else {
            into.put(name, new Value.Whole(value));
        }
    }

    private void real(String name) {
        double value = parser.isNaN() ? Double.NaN : parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            call.spoil(Codes.BAD_NUMBER, pointer(name));
            return;
        }
        into.put(name, new Value.Real(value));
    }

    /** The array's own text; every text and number inside is held to the same rules. */
    private void array(String name, int depth) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        int level = depth;
        for (int open = 1; open > 0; ) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                open++;
                level = Math.max(level, depth + open - 1);
            } else if (token.isStructEnd()) {
                open--;
            } else if (call.flaw() == null) {
                checkScalar(name, token);
            }
        }
        if (level > Limits.DEPTH) {
            call.spoil(Codes.TOO_DEEP, pointer(name), Limits.DEPTH);
        }
        if (call.flaw() == null) {
            int end = (int) parser.currentLocation().getByteOffset();
            String json = new String(body, start, end - start, StandardCharsets.UTF_8);
            keep(name, json, Sensitive.is(name));
        }
    }

    private void checkScalar(String name, JsonToken token) {
        boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
        if (text && !Texts.storable(parser.getString())) {
            call.spoil(Codes.BAD_TEXT, pointer(name));
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
            call.spoil(Codes.BAD_NUMBER, pointer(name));
        }
    }

    private static String pointer(String name) {
        return "/" + name.replace('.', '/');
    }
}
