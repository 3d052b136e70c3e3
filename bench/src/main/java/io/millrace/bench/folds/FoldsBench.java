package io.millrace.bench.folds;

import io.millrace.bench.Benchmark;
import io.millrace.bench.RatioLine;
import io.millrace.kernel.timeline.BulkWriter;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.TimelineStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code bench folds [--customers N] [--rounds K] [--threads T]}: RFM with scores and types,
 * lifecycle and Pareto over about 20 facts a customer, in alternating rounds against DuckDB on its
 * own file and on Parquet; every round's results are compared customer by customer.
 */
public final class FoldsBench implements Benchmark {
    private static final long AS_OF = Micros.of(FactSource.START.plus(Duration.ofDays(700)));
    private static final double GOAL = 5;

    private int customers = 1_000_000;
    private int rounds = 7;
    private int threads = 2;
    private String order = "kind, customer, occurred_at";

    @Override
    public String name() {
        return "folds";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--customers" -> customers = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--threads" -> threads = Integer.parseInt(value);
                case "--order" -> order = value;
                default -> {
                    System.err.println("unknown option " + arguments.get(i));
                    return 2;
                }
            }
        }
        Path folder = Files.createTempDirectory("millrace-bench");
        try {
            compare(folder);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void compare(Path folder) throws Exception {
        Snapshot snapshot = write(folder.resolve("store"));
        Path parquet = folder.resolve("facts.parquet");
        List<Double> file = new ArrayList<>();
        List<Double> lake = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        try (DuckSide duck = new DuckSide(folder.resolve("facts.duckdb"), threads)) {
            long started = System.nanoTime();
            duck.load(snapshot, parquet, order);
            say("loaded DuckDB and Parquet in %.1f s", since(started));
            for (int round = -2; round < rounds; round++) {
                Stopwatch watch = new Stopwatch();
                KernelSide ours = KernelSide.compute(snapshot, AS_OF, threads);
                Stopwatch.Lap own = watch.lap();
                DuckSide.Curve curve = duck.compute("facts", AS_OF);
                Stopwatch.Lap duckFile = watch.lap();
                SameResults.check(ours, duck, curve);
                watch.lap();
                curve = duck.compute("read_parquet('" + parquet + "')", AS_OF);
                Stopwatch.Lap duckParquet = watch.lap();
                SameResults.check(ours, duck, curve);
                say(
                        "round %d: Millrace %s, DuckDB file %s, Parquet %s",
                        round, own, duckFile, duckParquet);
                if (round >= 0) {
                    seconds.add(own.wall());
                    file.add(duckFile.wall() / own.wall());
                    lake.add(duckParquet.wall() / own.wall());
                }
            }
        }
        print("rfm+lifecycle+pareto vs DuckDB file", file);
        print("rfm+lifecycle+pareto vs DuckDB on Parquet", lake);
        say(
                "%.1f million facts a second",
                snapshot.rows() / seconds.stream().sorted().toList().get(rounds / 2) / 1e6);
    }

    private static void print(String metric, List<Double> ratios) {
        System.out.println(
                RatioLine.of(
                        "folds",
                        metric,
                        ratios,
                        GOAL,
                        "every customer's R, F, M, scores, type, stage and the curve are equal"));
    }

    private Snapshot write(Path folder) {
        long started = System.nanoTime();
        BulkWriter writer = TimelineStore.rebuild(folder);
        long facts = new FactSource(writer::add).run(customers);
        Snapshot snapshot = writer.finish(1).snapshot();
        double took = since(started);
        say(
                "%,d facts of %,d customers made and written in %.1f s: %,d a second",
                facts, customers, took, (long) (facts / took));
        return snapshot;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
