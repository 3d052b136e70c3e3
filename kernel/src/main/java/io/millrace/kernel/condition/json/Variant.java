package io.millrace.kernel.condition.json;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of the objects that a {@link Union} may be; an empty tag stands for an object without. */
record Variant<T>(String tag, Class<T> type, Function<Values, T> make, List<Field<T, ?>> fields) {
    /** What was read of the fields. */
    static final class Values {
        private final Map<Field<?, ?>, Object> values = new IdentityHashMap<>();

        @SuppressWarnings("unchecked") // only this field's shape puts values under it
        <V> V get(Field<?, V> field) {
            return (V) Objects.requireNonNull(values.get(field));
        }
    }

    @SafeVarargs
    static <T> Variant<T> of(
            String tag, Class<T> type, Function<Values, T> make, Field<T, ?>... fields) {
        return new Variant<>(tag, type, make, List.of(fields));
    }

    Json write(Object value, Map<String, Json> members) {
        T own = type.cast(value);
        for (Field<T, ?> field : fields) {
            Json written = field.write(own);
            if (written != null) {
                members.put(field.name(), written);
            }
        }
        return new Json.Obj(members);
    }

    @Nullable T read(Map<String, Json> members, String pointer, Reading reading) {
        Values values = new Values();
        boolean complete = knows(members, pointer, reading);
        for (Field<T, ?> field : fields) {
            complete &= read(field, members, pointer, reading, values);
        }
        if (!complete) {
            return null;
        }
        try {
            return make.apply(values);
        } catch (IllegalArgumentException contradiction) {
            reading.wrong(pointer, "contradiction", String.valueOf(contradiction.getMessage()));
            return null;
        }
    }

    private boolean knows(Map<String, Json> members, String pointer, Reading reading) {
        boolean known = true;
        for (String name : members.keySet()) {
            boolean mine = name.equals(Union.TAG) && !tag.isEmpty();
            if (!mine && fields.stream().noneMatch(field -> field.name().equals(name))) {
                reading.wrong(Reading.under(pointer, name), "field-unknown", name);
                known = false;
            }
        }
        return known;
    }

    private static <T, V> boolean read(
            Field<T, V> field,
            Map<String, Json> members,
            String pointer,
            Reading reading,
            Values values) {
        Json json = members.getOrDefault(field.name(), new Json.Null());
        String own = Reading.under(pointer, field.name());
        V otherwise = field.otherwise();
        if (json instanceof Json.Null) {
            if (otherwise == null) {
                reading.wrong(own, "field-missing", field.name());
                return false;
            }
            values.values.put(field, otherwise);
            return true;
        }
        V value = field.shape().read(json, own, reading);
        if (value != null) {
            values.values.put(field, value);
        }
        return value != null;
    }

    Json schema(Map<String, Json> definitions, boolean clause) {
        Map<String, Json> properties = new LinkedHashMap<>();
        List<Json> required = new ArrayList<>();
        if (!tag.isEmpty()) {
            properties.put(Union.TAG, new Json.Obj(Map.of("const", Json.of(tag))));
            required.add(Json.of(Union.TAG));
        }
        if (clause) {
            Union.version(properties);
        }
        for (Field<T, ?> field : fields) {
            properties.put(field.name(), field.shape().schema(definitions));
            if (field.otherwise() == null) {
                required.add(Json.of(field.name()));
            }
        }
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("type", Json.of("object"));
        schema.put("properties", new Json.Obj(properties));
        schema.put("required", new Json.Arr(required));
        schema.put("additionalProperties", new Json.Flag(false));
        return new Json.Obj(schema);
    }
}
