package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that conditions name and their codes in one dictionary. A word that no fact has used
 * yet is looked up again when the dictionary has grown.
 */
final class Codes {
    /** A word whose code may come later. */
    static final class Code {
        final String word;
        int value = Dictionary.NONE;

        private Code(String word) {
            this.word = word;
        }

        boolean is(int code) {
            return value == code && code != Dictionary.NONE;
        }
    }

    private final Dictionary dictionary;
    private final Map<String, Code> codes = new HashMap<>();
    private final List<Code> missing = new ArrayList<>();
    private int size = -1;

    Codes(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    Code of(String word) {
        return codes.computeIfAbsent(
                word,
                named -> {
                    Code code = new Code(named);
                    missing.add(code);
                    return code;
                });
    }

    Dictionary dictionary() {
        return dictionary;
    }

    String word(long code) {
        return dictionary.word((int) code);
    }

    long dateUnder(String sealed) {
        return dictionary.dateUnder(sealed);
    }

    /** Looks for missing words if there are new ones; true if one was found. */
    boolean refresh() {
        int now = dictionary.size();
        if (now == size) {
            return false;
        }
        size = now;
        for (Code code : missing) {
            code.value = dictionary.code(code.word);
        }
        return missing.removeIf(code -> code.value != Dictionary.NONE);
    }
}
