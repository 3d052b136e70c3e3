package io.millrace.customers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Under what a name is found: each word and its beginnings from two characters on, each Chinese
 * character and each pair of neighbours. Pure.
 */
final class NameTokens {
    private static final int LONGEST_BEGINNING = 12;
    private static final int MOST = 64;

    private NameTokens() {}

    static Set<String> of(String name) {
        var tokens = new LinkedHashSet<String>();
        for (var word : words(name)) {
            if (tokens.size() >= MOST) {
                break;
            }
            if (ideographic(word)) {
                pieces(word, tokens);
            } else {
                beginnings(word, tokens);
            }
        }
        return tokens;
    }

    /** What all must be there for a name to match the text; empty if the text says too little. */
    static Set<String> sought(String text) {
        var tokens = new LinkedHashSet<String>();
        for (var word : words(text)) {
            if (!ideographic(word)) {
                if (word.length() > 1) {
                    tokens.add(cut(word));
                }
            } else if (word.codePointCount(0, word.length()) == 1) {
                tokens.add(word);
            } else {
                pairs(word, tokens);
            }
        }
        return tokens;
    }

    private static List<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var ideographs = false;
        for (var i = 0; i < plain.length(); ) {
            var point = plain.codePointAt(i);
            i += Character.charCount(point);
            var ideograph = Character.isIdeographic(point);
            if (!word.isEmpty() && (ideograph != ideographs || !Character.isLetterOrDigit(point))) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
                ideographs = ideograph;
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean ideographic(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }

    private static void pieces(String word, Set<String> tokens) {
        word.codePoints().forEach(point -> tokens.add(Character.toString(point)));
        pairs(word, tokens);
    }

    private static void pairs(String word, Set<String> tokens) {
        var points = word.codePoints().toArray();
        for (var i = 0; i + 1 < points.length; i++) {
            tokens.add(new String(points, i, 2));
        }
    }

    private static void beginnings(String word, Set<String> tokens) {
        for (var length = 2; length <= Math.min(word.length(), LONGEST_BEGINNING); length++) {
            tokens.add(word.substring(0, length));
        }
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST_BEGINNING));
    }
}
