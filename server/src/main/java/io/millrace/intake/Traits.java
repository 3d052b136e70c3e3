package io.millrace.intake;

import io.millrace.kernel.timeline.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call says about the person for good. */
final class Traits {
    /** Attribute name to text; null takes the attribute away. */
    static Map<String, @Nullable String> of(Item item) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        if (item.type() == CallType.GROUP) {
            values.put("group", item.subject());
            return values;
        }
        for (Map.Entry<String, Value> trait : item.attributes().plain().entrySet()) {
            values.put(trait.getKey(), CallAttributes.text(trait.getValue()));
        }
        values.putAll(item.attributes().secret());
        for (String name : item.attributes().removed()) {
            values.put(name, null);
        }
        return values;
    }

    private Traits() {}
}
