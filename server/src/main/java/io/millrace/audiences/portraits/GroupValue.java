package io.millrace.audiences.portraits;

import io.millrace.kernel.condition.Condition;
import io.millrace.shared.Label;
import org.jspecify.annotations.Nullable;

/**
 * One value of a grouping.
 *
 * @param condition that holds for exactly those who have it; null if none says it
 */
record GroupValue(String key, Label label, @Nullable Condition condition) {
    /** Stands for values that have no place of their own. */
    static final String OTHER = "*other";

    /** Stands for none, or for one that is not known. */
    static final String NONE = "*none";

    static GroupValue of(String key, String en, String zh) {
        return new GroupValue(key, new Label(en, zh), null);
    }

    static GroupValue of(String word, @Nullable Condition condition) {
        return new GroupValue(word, new Label(word, word), condition);
    }

    static GroupValue other() {
        return of(OTHER, "Others", "其他");
    }

    static GroupValue unknown(@Nullable Condition condition) {
        return new GroupValue(NONE, new Label("Not known", "未知"), condition);
    }

    static GroupValue none(@Nullable Condition condition) {
        return new GroupValue(NONE, new Label("None", "无"), condition);
    }
}
