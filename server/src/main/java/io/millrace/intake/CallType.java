package io.millrace.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calls of Segment's HTTP Tracking API. */
enum CallType {
    IDENTIFY,
    TRACK,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    static @Nullable CallType of(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (CallType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        return null;
    }
}
