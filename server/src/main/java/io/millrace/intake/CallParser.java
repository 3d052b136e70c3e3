package io.millrace.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads a request's body in one pass. A single call and a batch of them have the same fields. */
final class CallParser {
    // Item by item the limits are lower; these keep one breach from costing its neighbours.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(20_000)
                                    .maxStringLength(Limits.BATCH_BYTES)
                                    .maxNumberLength(200)
                                    .maxNameLength(Limits.EVENT_BYTES)
                                    .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private final byte[] body;
    private final JsonParser parser;
    private final List<RawCall> calls = new ArrayList<>();
    private final RawCall outer;
    private final RawCall.Context batchContext = new RawCall.Context();
    private ParsedBody.Slice contextAt = ParsedBody.Slice.NONE;
    private @Nullable String writeKey;
    private boolean batch;
    private int tooMany;
    private ParsedBody.Slice tooManyAt = ParsedBody.Slice.NONE;

    private CallParser(byte[] body, int length) {
        this.body = body;
        this.parser = JSON.createParser(ObjectReadContext.empty(), body, 0, length);
        this.outer = new RawCall(0, 0);
    }

    static ParsedBody parse(byte[] body, int length) {
        CallParser reading = new CallParser(body, length);
        try (JsonParser parser = reading.parser) {
            return reading.read(parser);
        } catch (StreamConstraintsException tooMuch) {
            return reading.broken(Codes.TOO_DEEP);
        } catch (JacksonException broken) {
            return reading.broken(Codes.MALFORMED);
        }
    }

    private ParsedBody read(JsonParser json) {
        JsonToken first = json.nextToken();
        if (first == null) {
            return broken(Codes.EMPTY);
        }
        if (first != JsonToken.START_OBJECT) {
            return broken(Codes.MALFORMED);
        }
        readCall(outer, true);
        if (json.nextToken() != null) {
            return broken(Codes.MALFORMED);
        }
        if (!batch) {
            calls.add(outer);
        }
        RawCall.Context context = batch ? outer.context : batchContext;
        return new ParsedBody.Calls(
                writeKey,
                calls,
                tooMany,
                tooManyAt,
                context,
                batch ? outer.flaw() : null,
                batch ? contextAt : ParsedBody.Slice.NONE,
                batch ? outer.sentAt : null,
                batch);
    }

    private ParsedBody broken(String code) {
        return new ParsedBody.Broken(
                writeKey, code, Math.max(0, parser.currentLocation().getByteOffset()));
    }

    private void readCall(RawCall call, boolean outermost) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (outermost && name.equals("batch") && token == JsonToken.START_ARRAY) {
                readBatch();
            } else {
                readField(call, name, token);
            }
        }
        call.end = offset();
        if (!outermost && call.end - call.start > Limits.EVENT_BYTES) {
            call.spoil(Codes.TOO_LARGE, "", call.end - call.start, Limits.EVENT_BYTES);
        }
    }

    private void readBatch() {
        batch = true;
        int index = 0;
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            RawCall call = new RawCall(index, (int) parser.currentTokenLocation().getByteOffset());
            index++;
            if (index > Limits.BATCH_EVENTS) {
                tooMany++;
                parser.skipChildren();
                int from = tooMany == 1 ? call.start : tooManyAt.start();
                tooManyAt = new ParsedBody.Slice(from, offset());
            } else if (token == JsonToken.START_OBJECT) {
                readCall(call, false);
                calls.add(call);
            } else {
                Skipping.value(parser, call, 1);
                call.spoil(Codes.BAD_TYPE, "");
                call.end = offset();
                calls.add(call);
            }
        }
    }

    private void readField(RawCall call, String name, JsonToken token) {
        switch (name) {
            case "type" -> call.type = text(call, name, token);
            case "messageId" -> call.messageId = text(call, name, token);
            case "userId" -> call.userId = text(call, name, token);
            case "anonymousId" -> call.anonymousId = text(call, name, token);
            case "previousId" -> call.previousId = text(call, name, token);
            case "groupId" -> call.groupId = text(call, name, token);
            case "event" -> call.event = text(call, name, token);
            case "name" -> call.name = text(call, name, token);
            case "category" -> call.category = text(call, name, token);
            case "channel" -> call.channel = text(call, name, token);
            case "timestamp" -> call.timestamp = text(call, name, token);
            case "originalTimestamp" -> call.originalTimestamp = text(call, name, token);
            case "sentAt" -> call.sentAt = text(call, name, token);
            case "writeKey" -> key(call, name, token);
            case "context" -> context(call, token);
            case "properties", "traits" -> properties(call, name, token);
            default -> Skipping.value(parser, call, 2);
        }
    }

    private void key(RawCall call, String name, JsonToken token) {
        String key = text(call, name, token);
        if (call == outer) {
            writeKey = key;
        }
    }

    private void context(RawCall call, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            refuseUnlessNull(call, "/context", token);
            return;
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        new ContextReader(parser, body, call, call.context).read();
        if (call == outer) {
            contextAt = new ParsedBody.Slice(start, offset());
        }
    }

    private void properties(RawCall call, String name, JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            refuseUnlessNull(call, "/" + name, token);
            return;
        }
        call.propertiesStart = (int) parser.currentTokenLocation().getByteOffset();
        new AttributeReader(parser, body, call, call.attributes).readObject("", 2);
        call.propertiesEnd = offset();
    }

    private void refuseUnlessNull(RawCall call, String pointer, JsonToken token) {
        if (token != JsonToken.VALUE_NULL) {
            Skipping.value(parser, call, 2);
            call.spoil(Codes.BAD_TYPE, pointer);
        }
    }

    /** A field that is text; numbers are taken as they are written. */
    private @Nullable String text(RawCall call, String name, JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        boolean usable = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
        if (!usable) {
            Skipping.value(parser, call, 2);
            call.spoil(Codes.BAD_TYPE, "/" + name);
            return null;
        }
        String text = parser.getString();
        if (text.length() > Limits.IDENTITY_CHARACTERS) {
            call.spoil(Codes.TOO_LARGE, "/" + name, text.length(), Limits.IDENTITY_CHARACTERS);
            return null;
        }
        if (!Texts.storable(text)) {
            call.spoil(Codes.BAD_TEXT, "/" + name);
            return null;
        }
        return text.isBlank() ? null : text;
    }

    private int offset() {
        return (int) parser.currentLocation().getByteOffset();
    }
}
