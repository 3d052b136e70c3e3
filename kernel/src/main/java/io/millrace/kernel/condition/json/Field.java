package io.millrace.kernel.condition.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object.
 *
 * @param otherwise what its absence means; null if it must be there. It is never written out
 */
record Field<T, V>(String name, Function<T, V> get, Shape<V> shape, @Nullable V otherwise) {
    static <T, V> Field<T, V> field(String name, Function<T, V> get, Shape<V> shape) {
        return new Field<>(name, get, shape, null);
    }

    static <T, V> Field<T, V> field(String name, Function<T, V> get, Shape<V> shape, V otherwise) {
        return new Field<>(name, get, shape, otherwise);
    }

    static <T, V> Field<T, Optional<V>> maybe(
            String name, Function<T, Optional<V>> get, Shape<V> shape) {
        return new Field<>(name, get, Shape.maybe(shape), Optional.empty());
    }

    static <T, V> Field<T, List<V>> list(
            String name, Function<T, List<V>> get, Shape<V> shape, int least, int most) {
        return new Field<>(
                name, get, Shape.list(shape, least, most), least == 0 ? List.of() : null);
    }

    /** Null where it is left out. */
    @Nullable Json write(T of) {
        V value = get.apply(of);
        return value.equals(otherwise) ? null : shape.write(value);
    }
}
