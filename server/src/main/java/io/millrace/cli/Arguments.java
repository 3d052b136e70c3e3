package io.millrace.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line taken apart.
 *
 * @param words what is not an option, in order
 */
public record Arguments(List<String> words, Map<String, String> options, Set<String> flags) {
    private static final Set<String> COMMON_OPTIONS = Set.of("--url", "--key", "--data");
    private static final Set<String> COMMON_FLAGS = Set.of("--json");

    public static Arguments parse(List<String> line, Set<String> options, Set<String> flags)
            throws Misuse {
        List<String> words = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        Set<String> set = new java.util.HashSet<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (flags.contains(word) || COMMON_FLAGS.contains(word)) {
                set.add(word);
            } else if (!options.contains(name) && !COMMON_OPTIONS.contains(name)) {
                throw new Misuse("unknown option: " + word);
            } else if (equals > 0) {
                given.put(name, word.substring(equals + 1));
            } else if (i + 1 < line.size()) {
                given.put(name, line.get(++i));
            } else {
                throw new Misuse(name + " needs a value");
            }
        }
        return new Arguments(words, given, set);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Exactly so many words. */
    public void expect(int count, String what) throws Misuse {
        if (words.size() != count) {
            throw new Misuse(what);
        }
    }
}
