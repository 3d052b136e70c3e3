package io.millrace.models.scores;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.shared.Label;
import java.util.List;

/**
 * One figure of a model's score, as it stands on a timeline and in conditions.
 *
 * @param key the attribute's name in the fact
 * @param type how it is read: a number of a unit, or one of some words
 * @param decimals digits kept after the point; 0 for whole numbers
 * @param values the words it can be; empty for numbers, and for text whose words are not known
 *     beforehand
 */
public record Figure(String key, Label label, Type type, int decimals, List<Word> values) {
    public Figure {
        values = List.copyOf(values);
    }

    /** What a figure counts. */
    public enum Type {
        /** A whole number or a rate without a unit. */
        @JsonProperty("number")
        NUMBER,
        /** 0 to 1. */
        @JsonProperty("share")
        SHARE,
        /** Minor units of the reporting currency. */
        @JsonProperty("money")
        MONEY,
        @JsonProperty("text")
        TEXT
    }

    /** A word and how people call it. */
    public record Word(String key, Label label) {}

    public boolean isText() {
        return type == Type.TEXT;
    }

    /** The same with other words. */
    Figure with(List<Word> words) {
        return new Figure(key, label, type, decimals, words);
    }

    static Figure number(String key, int decimals, String english, String chinese) {
        return new Figure(key, new Label(english, chinese), Type.NUMBER, decimals, List.of());
    }

    static Figure share(String key, String english, String chinese) {
        return new Figure(key, new Label(english, chinese), Type.SHARE, 3, List.of());
    }

    static Figure money(String key, String english, String chinese) {
        return new Figure(key, new Label(english, chinese), Type.MONEY, 0, List.of());
    }

    static Figure text(String key, String english, String chinese, List<Word> values) {
        return new Figure(key, new Label(english, chinese), Type.TEXT, 0, values);
    }

    static Word word(String key, String english, String chinese) {
        return new Word(key, new Label(english, chinese));
    }
}
