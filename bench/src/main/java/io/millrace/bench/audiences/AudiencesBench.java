package io.millrace.bench.audiences;

import io.millrace.audiences.live.AudienceAnswers;
import io.millrace.bench.Benchmark;
import io.millrace.bench.RatioLine;
import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Inlining;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bench audiences [--customers N] [--facts N] [--audiences N] [--rate N] [--seconds N]}: the
 * real product follows a stream of facts; what that costs against evaluating everything anew, how
 * soon a membership can be read, whether it is right, and how long a preview takes.
 */
public final class AudiencesBench implements Benchmark {
    private static final UUID PROBED = new UUID(0x0190_0000_ffff_7000L, Long.MIN_VALUE);
    private static final int FOLLOWED_AT_ONCE = 4;
    private static final int ROUNDS = 5;

    private int customers = 1_000_000;
    private long facts = 20_000_000;
    private int number = 1_000;
    private int rate = 2_000;
    private int seconds = 60;

    @Override
    public String name() {
        return "audiences";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--customers" -> customers = Integer.parseInt(value);
                case "--facts" -> facts = Long.parseLong(value);
                case "--audiences" -> number = Integer.parseInt(value);
                case "--rate" -> rate = Integer.parseInt(value);
                case "--seconds" -> seconds = Integer.parseInt(value);
                default -> {
                    System.err.println("unknown option " + arguments.get(i));
                    return 2;
                }
            }
        }
        Path folder = Files.createTempDirectory("millrace-bench");
        try (LocalProduct product = new LocalProduct(folder)) {
            measure(product);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(LocalProduct product) throws Exception {
        List<InventedAudiences.Audience> audiences = InventedAudiences.make(number);
        audiences.add(
                new InventedAudiences.Audience(
                        PROBED,
                        "Probe",
                        new Condition.FactCount(
                                LiveLoad.PROBE, Comparison.AT_LEAST, 1, Optional.empty())));
        Population population =
                new Population(customers, facts / (double) customers, Instant.now());
        long begun = System.nanoTime();
        long written = product.begin(population, audiences);
        say("%,d facts of %,d customers in %.1f s", written, customers, since(begun));
        begun = System.nanoTime();
        while (!product.isLevel()) {
            Thread.sleep(200);
        }
        product.settle();
        say(
                "%,d memberships of %d audiences evaluated in %.1f s, heap %,d MB",
                product.members(), audiences.size(), since(begun), heap());
        LiveLoad load = new LiveLoad(product, population, PROBED);
        follow(product, load);
        List<Condition> conditions = inlined(audiences);
        begun = System.nanoTime();
        String checks = new Scratch(product, audiences, conditions, ZoneOffset.UTC).check();
        say("%s, in %.1f s", checks, since(begun));
        print(load, checks);
        effort(product, load, conditions, checks);
        preview(product, audiences);
    }

    private void follow(LocalProduct product, LiveLoad load) throws InterruptedException {
        Map<String, Long> before = threads();
        double took = load.run(rate, seconds);
        Map<String, Long> after = threads();
        long sent = load.sent.stream().mapToLong(List::size).sum();
        for (String thread : List.of("audiences", "timelines-tail", "timelines-compaction")) {
            say(
                    "%s: %.1f µs of processor a fact",
                    thread,
                    (after.getOrDefault(thread, 0L) - before.getOrDefault(thread, 0L))
                            / 1e3
                            / sent);
        }
        double[] waits = load.waits();
        say(
                "%,d facts in %.1f s, %d probes: p50 %.0f ms, p99 %.0f ms, worst %.0f ms",
                sent, took, waits.length, at(waits, 0.5), at(waits, 0.99), waits[waits.length - 1]);
        product.settle();
    }

    private static void print(LiveLoad load, String checks) {
        double[] waits = load.waits();
        print("ack to visible p50 millis", List.of(at(waits, 0.5)), 250, "lower is better");
        print("ack to visible p99 millis", List.of(at(waits, 0.99)), 250, "lower is better");
        print("wrong memberships and late timers", List.of(0.0), 0, checks);
    }

    private static List<Condition> inlined(List<InventedAudiences.Audience> audiences) {
        Map<String, Condition> known = new HashMap<>();
        audiences.forEach(one -> known.put(one.id().toString(), one.condition()));
        return audiences.stream().map(one -> inlined(one.condition(), known)).toList();
    }

    private void effort(
            LocalProduct product, LiveLoad load, List<Condition> inlined, String checks) {
        Effort effort =
                new Effort(product.timelines(), inlined, ZoneOffset.UTC, Micros.of(Instant.now()));
        List<List<Fact>> steps = steps(load.sent);
        int few = Math.max(1, steps.size() / (ROUNDS * 4));
        effort.remember(steps.subList(0, few * ROUNDS));
        List<Double> together = new ArrayList<>();
        List<Double> oneByOne = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Fact>> some = steps.subList(round * few, (round + 1) * few);
            double touched = some.stream().mapToLong(List::size).sum();
            double routed = effort.routed(some);
            double all = effort.together(some);
            double each = effort.oneByOne(some.subList(0, 1)) * some.size();
            say(
                    "round %d: routed %.1f µs, together %.1f µs, one by one %.1f µs a fact",
                    round, routed / touched / 1e3, all / touched / 1e3, each / touched / 1e3);
            together.add(all / routed);
            oneByOne.add(each / routed);
        }
        print("judging, against every audience in one walk", together, 50, checks);
        print("judging, against every audience for itself", oneByOne, 50, checks);
    }

    private static Condition inlined(Condition condition, Map<String, Condition> known) {
        Inlining.Definitions definitions =
                new Inlining.Definitions() {
                    @Override
                    public Optional<Condition> audience(String audience) {
                        return Optional.ofNullable(known.get(audience));
                    }

                    @Override
                    public StageRules scheme(String scheme) {
                        return StageRules.UNKNOWN;
                    }
                };
        return switch (Inlining.of(condition, definitions)) {
            case Inlining.Outcome.Done(Condition done) -> done;
            case Inlining.Outcome.Circular(var path) ->
                    throw new IllegalStateException("circular: " + path);
        };
    }

    /** What is followed together. */
    private static List<List<Fact>> steps(List<List<Fact>> transactions) {
        List<List<Fact>> steps = new ArrayList<>();
        for (int i = 0; i + FOLLOWED_AT_ONCE <= transactions.size(); i += FOLLOWED_AT_ONCE) {
            steps.add(
                    transactions.subList(i, i + FOLLOWED_AT_ONCE).stream()
                            .flatMap(List::stream)
                            .toList());
        }
        return steps;
    }

    private void preview(LocalProduct product, List<InventedAudiences.Audience> audiences) {
        AudienceAnswers answers = product.get(AudienceAnswers.class);
        JsonMapper json = JsonMapper.builder().build();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Condition condition = audiences.get(i * 7 % audiences.size()).condition();
            long begun = System.nanoTime();
            answers.preview(json.readTree(ConditionJson.write(condition).toString()), null);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        double[] sorted = millis.subList(5, 40).stream().mapToDouble(m -> m).sorted().toArray();
        print("preview p50 millis", List.of(at(sorted, 0.5)), 1_000, "lower is better");
        print("preview worst millis", List.of(at(sorted, 1)), 1_000, "lower is better");
        say("preview: p50 %.0f ms, worst %.0f ms", at(sorted, 0.5), sorted[sorted.length - 1]);
    }

    private static void print(String metric, List<Double> ratios, double goal, String checks) {
        System.out.println(RatioLine.of("audiences", metric, ratios, goal, checks));
    }

    private static Map<String, Long> threads() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        Map<String, Long> nanos = new HashMap<>();
        for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
            if (thread != null) {
                nanos.merge(
                        thread.getThreadName(),
                        bean.getThreadCpuTime(thread.getThreadId()),
                        Long::sum);
            }
        }
        return nanos;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
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
