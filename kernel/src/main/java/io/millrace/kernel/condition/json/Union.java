package io.millrace.kernel.condition.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Objects that say by {@code "type"} what they are.
 *
 * @param clause counts towards the depth and the number of clauses
 */
record Union<V>(String name, boolean clause, List<Variant<? extends V>> variants)
        implements Shape<V> {
    static final String TAG = "type";
    private static final String VERSION = "version";
    private static final Json THIS_VERSION = Json.of(ConditionJson.VERSION);

    @Override
    public Json write(V value) {
        for (Variant<? extends V> variant : variants) {
            if (variant.type().isInstance(value)) {
                Map<String, Json> members = new LinkedHashMap<>();
                if (!variant.tag().isEmpty()) {
                    members.put(TAG, Json.of(variant.tag()));
                }
                return variant.write(value, members);
            }
        }
        throw new IllegalArgumentException("no form for " + value);
    }

    @Override
    public @Nullable V read(Json json, String pointer, Reading reading) {
        if (!clause) {
            return choose(json, pointer, reading);
        }
        V read = reading.enter(pointer) ? choose(json, pointer, reading) : null;
        reading.leave();
        return read;
    }

    private @Nullable V choose(Json json, String pointer, Reading reading) {
        if (!(json instanceof Json.Obj(Map<String, Json> members))) {
            reading.wrong(pointer, "not-an-object");
            return null;
        }
        if (clause && members.containsKey(VERSION)) {
            if (!THIS_VERSION.equals(members.get(VERSION))) {
                reading.wrong(Reading.under(pointer, VERSION), "version-unknown", THIS_VERSION);
            }
            Map<String, Json> rest = new LinkedHashMap<>(members);
            rest.remove(VERSION);
            return choose(new Json.Obj(rest), pointer, reading);
        }
        for (Variant<? extends V> variant : variants) {
            if (variant.tag().isEmpty() || Json.of(variant.tag()).equals(members.get(TAG))) {
                return variant.read(members, pointer, reading);
            }
        }
        String known = variants.stream().map(Variant::tag).collect(Collectors.joining(", "));
        reading.wrong(Reading.under(pointer, TAG), "type-unknown", known);
        return null;
    }

    /** The optional member by which a clause names the format's version. */
    static void version(Map<String, Json> properties) {
        properties.put(VERSION, new Json.Obj(Map.of("const", THIS_VERSION)));
    }

    @Override
    public Json schema(Map<String, Json> definitions) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, new Json.Null());
            List<Json> choices = new ArrayList<>();
            for (Variant<? extends V> variant : variants) {
                choices.add(variant.schema(definitions, clause));
            }
            definitions.put(
                    name,
                    choices.size() == 1
                            ? choices.getFirst()
                            : new Json.Obj(Map.of("oneOf", new Json.Arr(choices))));
        }
        return new Json.Obj(Map.of("$ref", Json.of("#/$defs/" + name)));
    }
}
