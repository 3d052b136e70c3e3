package io.millrace.kernel.condition.json;

import java.util.ArrayList;
import java.util.List;

/** What is wrong so far, and how much there is. */
final class Reading {
    static final int DEEPEST = 20;
    static final int MOST_CLAUSES = 500;

    private final List<Problem> problems = new ArrayList<>();
    private int depth;
    private int clauses;

    List<Problem> problems() {
        return problems;
    }

    void wrong(String pointer, String code, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        problems.add(new Problem(pointer, "condition." + code, texts));
    }

    /** Goes into a clause; false if it lies too deep or is one too many. */
    boolean enter(String pointer) {
        depth++;
        clauses++;
        if (depth > DEEPEST) {
            wrong(pointer, "too-deep", DEEPEST);
            return false;
        }
        if (clauses == MOST_CLAUSES + 1) {
            wrong(pointer, "too-many-clauses", MOST_CLAUSES);
        }
        return clauses <= MOST_CLAUSES;
    }

    void leave() {
        depth--;
    }

    static String under(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
