package io.millrace.intake.files;

import org.jspecify.annotations.Nullable;

/** Text as it may be kept: without U+0000 and lone surrogates, without blanks around it. */
final class Texts {
    private Texts() {}

    static String clean(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c == 0 || Character.isSurrogate(c) || c == '\u00A0') {
                return cleaned(stripped);
            }
        }
        return stripped;
    }

    private static String cleaned(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0 && (point < 0xD800 || point > 0xDFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString().replace('\u00A0', ' ').strip();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * A number that names something: programs that keep such numbers as fractions write {@code
     * 17850.0}.
     */
    static String identifier(String text) {
        int dot = text.length() - 2;
        if (dot <= 0 || text.charAt(dot) != '.' || text.charAt(dot + 1) != '0') {
            return text;
        }
        for (int i = 0; i < dot; i++) {
            if (!DateText.digit(text.charAt(i))) {
                return text;
            }
        }
        return text.substring(0, dot);
    }
}
