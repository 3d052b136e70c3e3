package io.millrace.kernel.condition.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value, so that the kernel needs no library for it; {@code toString} is JSON text. */
public sealed interface Json {
    /** Members in their order; two objects are equal whatever the order. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String toString() {
            return members.entrySet().stream()
                    .map(member -> JsonText.quoted(member.getKey()) + ":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Json::toString).collect(Collectors.joining(",", "[", "]"));
        }
    }

    record Text(String text) implements Json {
        @Override
        public String toString() {
            return JsonText.quoted(text);
        }
    }

    /** Equal numbers are equal: 1.0 and 1 are the same. */
    record Num(BigDecimal number) implements Json {
        public Num {
            number = number.stripTrailingZeros();
        }

        @Override
        public String toString() {
            boolean small = number.precision() - number.scale() <= 20 && number.scale() <= 20;
            return small ? number.toPlainString() : number.toString();
        }
    }

    record Flag(boolean flag) implements Json {
        @Override
        public String toString() {
            return Boolean.toString(flag);
        }
    }

    record Null() implements Json {
        @Override
        public String toString() {
            return "null";
        }
    }

    static Json of(String text) {
        return new Text(text);
    }

    static Json of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }
}
