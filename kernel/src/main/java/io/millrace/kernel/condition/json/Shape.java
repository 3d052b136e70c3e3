package io.millrace.kernel.condition.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How values of one type stand in JSON. */
interface Shape<V> {
    Json write(V value);

    /** The value; null if a problem was noted. */
    @Nullable V read(Json json, String pointer, Reading reading);

    /** A JSON Schema (draft 2020-12) of it; what has a name is put into {@code definitions}. */
    Json schema(Map<String, Json> definitions);

    /** For shapes that contain themselves. */
    static <V> Shape<V> later(Supplier<Shape<V>> shape) {
        return new Shape<>() {
            @Override
            public Json write(V value) {
                return shape.get().write(value);
            }

            @Override
            public @Nullable V read(Json json, String pointer, Reading reading) {
                return shape.get().read(json, pointer, reading);
            }

            @Override
            public Json schema(Map<String, Json> definitions) {
                return shape.get().schema(definitions);
            }
        };
    }

    static <V> Shape<Optional<V>> maybe(Shape<V> shape) {
        return new Shape<>() {
            @Override
            public Json write(Optional<V> value) {
                return value.map(shape::write).orElse(new Json.Null());
            }

            @Override
            public @Nullable Optional<V> read(Json json, String pointer, Reading reading) {
                V value = shape.read(json, pointer, reading);
                return value == null ? null : Optional.of(value);
            }

            @Override
            public Json schema(Map<String, Json> definitions) {
                return shape.schema(definitions);
            }
        };
    }

    static <V> Shape<List<V>> list(Shape<V> shape, int least, int most) {
        return new Shape<>() {
            @Override
            public Json write(List<V> value) {
                return new Json.Arr(value.stream().map(shape::write).toList());
            }

            @Override
            public @Nullable List<V> read(Json json, String pointer, Reading reading) {
                if (!(json instanceof Json.Arr(List<Json> items))) {
                    reading.wrong(pointer, "not-an-array");
                    return null;
                }
                if (items.size() < least || items.size() > most) {
                    reading.wrong(pointer, "list-length", least, most);
                    return null;
                }
                List<V> values = new ArrayList<>();
                for (int i = 0; i < items.size(); i++) {
                    V value = shape.read(items.get(i), pointer + "/" + i, reading);
                    if (value != null) {
                        values.add(value);
                    }
                }
                return values.size() == items.size() ? values : null;
            }

            @Override
            public Json schema(Map<String, Json> definitions) {
                Map<String, Json> schema = new LinkedHashMap<>();
                schema.put("type", Json.of("array"));
                schema.put("items", shape.schema(definitions));
                schema.put("minItems", Json.of(least));
                schema.put("maxItems", Json.of(most));
                return new Json.Obj(schema);
            }
        };
    }
}
