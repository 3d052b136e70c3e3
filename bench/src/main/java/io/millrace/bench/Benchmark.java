package io.millrace.bench;

import java.util.List;

/** One command of {@code ./millrace bench}; found through {@code META-INF/services}. */
public interface Benchmark {
    /** What is written after {@code bench}. */
    String name();

    /** Prints its JSON lines; answers the exit status. */
    int run(List<String> arguments) throws Exception;
}
