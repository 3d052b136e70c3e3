package io.millrace.intake;

import io.millrace.kernel.timeline.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one call says, flattened: typed values, values to seal, and names set to null. */
final class CallAttributes {
    private final Map<String, Value> plain = new LinkedHashMap<>();
    private final Map<String, String> secret = new LinkedHashMap<>(0);
    private final Set<String> removed = new LinkedHashSet<>(0);

    Map<String, Value> plain() {
        return plain;
    }

    /** Values that must be sealed under the person's key before they are kept. */
    Map<String, String> secret() {
        return secret;
    }

    /** Names whose value is null: for traits this takes the attribute away. */
    Set<String> removed() {
        return removed;
    }

    int size() {
        return plain.size() + secret.size() + removed.size();
    }

    void put(String name, Value value) {
        plain.put(name, value);
    }

    void putText(String name, String text, boolean isSecret) {
        if (isSecret) {
            secret.put(name, text);
            plain.remove(name);
        } else {
            plain.put(name, new Value.Text(text));
        }
    }

    /** The value as text whatever its type, or null. */
    @Nullable String text(String name) {
        String hidden = secret.get(name);
        return hidden != null ? hidden : CallAttributes.text(plain.get(name));
    }

    static @Nullable String text(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Text text -> text.text();
            case Value.Whole whole -> Long.toString(whole.number());
            case Value.Real real -> java.math.BigDecimal.valueOf(real.number()).toPlainString();
            case Value.Flag flag -> Boolean.toString(flag.flag());
            case Value.Sealed _ -> null;
        };
    }
}
