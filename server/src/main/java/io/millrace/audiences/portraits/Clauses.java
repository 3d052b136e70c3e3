package io.millrace.audiences.portraits;

import io.millrace.kernel.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Selections as conditions, where there is one that says the same. */
@Component
class Clauses {
    private final Groupings groupings;

    Clauses(Groupings groupings) {
        this.groupings = groupings;
    }

    /** All of them; null if one has no condition. */
    @Nullable Condition of(List<String> in, Base base) {
        List<Condition> all = new ArrayList<>();
        for (String text : in) {
            int colon = text.indexOf(':');
            Condition one = one(text.substring(0, colon), text.substring(colon + 1), base);
            if (one == null) {
                return null;
            }
            all.add(one);
        }
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    private @Nullable Condition one(String name, String value, Base base) {
        return switch (name) {
            case "audience" -> isId(value) ? new Condition.InAudience(value) : null;
            case GroupSelections.NAME -> group(value, base);
            default -> null;
        };
    }

    private @Nullable Condition group(String value, Base base) {
        return GroupSelections.read(value)
                .flatMap(one ->
                        groupings
                                .find(one.grouping(), base)
                                .flatMap(grouping -> condition(grouping, one.value())))
                .orElse(null);
    }

    private static Optional<Condition> condition(Grouping grouping, String value) {
        int place = grouping.place(value);
        return place < 0
                ? Optional.empty()
                : Optional.ofNullable(grouping.values.get(place).condition());
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
