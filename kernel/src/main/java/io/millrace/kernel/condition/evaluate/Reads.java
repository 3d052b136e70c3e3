package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.timeline.Dictionary;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * What can change a condition's answer, for leading new facts to the conditions that want them.
 *
 * @param kinds a fact of another kind changes nothing
 * @param everyKind facts of every kind can change it; {@code kinds} may then be empty
 * @param time so can the mere passing of time, apart from facts that bear a date in the future
 */
public record Reads(Set<String> kinds, boolean everyKind, boolean time) {
    private static final Dictionary EMPTY =
            new Dictionary() {
                @Override
                public int code(String word) {
                    return NONE;
                }

                @Override
                public String word(int code) {
                    return "";
                }

                @Override
                public int size() {
                    return 0;
                }
            };

    public Reads {
        kinds = Set.copyOf(kinds);
    }

    public static Reads of(Condition condition) {
        return Evaluator.of(List.of(condition), EMPTY, ZoneOffset.UTC).reads();
    }
}
