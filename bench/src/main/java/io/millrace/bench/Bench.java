package io.millrace.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Runs the benchmark that the first argument names. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>();
        for (Benchmark benchmark : ServiceLoader.load(Benchmark.class)) {
            names.add(benchmark.name());
            if (arguments.length > 0 && benchmark.name().equals(arguments[0])) {
                System.exit(benchmark.run(List.of(arguments).subList(1, arguments.length)));
            }
        }
        System.err.println("usage: millrace bench NAME, where NAME is one of " + names);
        System.exit(2);
    }
}
