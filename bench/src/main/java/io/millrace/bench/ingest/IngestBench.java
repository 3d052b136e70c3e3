package io.millrace.bench.ingest;

import io.millrace.bench.Benchmark;
import io.millrace.bench.RatioLine;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * {@code bench ingest [--rounds K] [--profiles N] [--events N] [--singles N] [--only p1|p2]}: the
 * real product on its own durable PostgreSQL, in alternating rounds against what PostgreSQL can do
 * at most (P1, a raw COPY of the same rows) and against the obvious way (P2, one INSERT a request).
 */
public final class IngestBench implements Benchmark {
    private static final int BATCH = 100;
    private static final int BATCH_CONNECTIONS = 16;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final int WARMING_CONNECTIONS = 4;

    /** Rounds of both sides that do not count: until the compilers have seen enough. */
    private static final int WARMING_ROUNDS = 3;

    private int rounds = 5;
    private int profiles = 200_000;
    private int events = 200_000;
    private int singles = 50_000;
    private String only = "";
    private final List<String> options = new ArrayList<>();
    private long messages;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--profiles" -> profiles = Integer.parseInt(value);
                case "--events" -> events = Integer.parseInt(value);
                case "--singles" -> singles = Integer.parseInt(value);
                case "--only" -> only = value;
                case "--java" -> options.addAll(List.of(value.split(" ")));
                default -> {
                    System.err.println("unknown option " + arguments.get(i));
                    return 2;
                }
            }
        }
        try (Product product = Product.start(options);
                Connection connection = product.connect()) {
            try {
                run(product, new CopyRounds(connection));
            } catch (IOException | SQLException failed) {
                System.err.println(Files.readString(product.log()));
                throw failed;
            }
        }
        return 0;
    }

    private void run(Product product, CopyRounds copies)
            throws IOException, SQLException, InterruptedException {
        makeProfiles(product);
        if (!only.equals("p2")) {
            batches(product, copies);
        }
        if (!only.equals("p1")) {
            singles(product, copies);
        }
    }

    /** Also warms the product up. */
    private void makeProfiles(Product product) throws IOException {
        Template template = Template.batch(host(product), product.writeKey(), BATCH);
        say("%d bytes an event, %d a batch", Template.eventBytes(), template.length());
        Load load = new Load(product.port(), WARMING_CONNECTIONS);
        Load.Result made =
                load.run(
                        new Calls(template, profiles / BATCH, BATCH) {
                            @Override
                            void fill(byte[] target, int number) {
                                template.fill(target, messages, (long) number * BATCH);
                            }
                        });
        say(
                "%d profiles in %.1f s, %.0f a second",
                profiles, made.seconds(), profiles / made.seconds());
    }

    private void batches(Product product, CopyRounds copies)
            throws IOException, SQLException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            boolean first = round % 2 != 0;
            double ours = first ? batchRound(product, copies) : 0;
            double theirs = copyRound(product, copies);
            ours = first ? ours : batchRound(product, copies);
            say(
                    "round %d: product %.0f events/s, COPY %.0f rows/s, ratio %.3f",
                    round, ours, theirs, ours / theirs);
            if (round >= 0) {
                ratios.add(ours / theirs);
            }
        }
        System.out.println(RatioLine.of("ingest", "P1 batch/copy", ratios, 0.30, "counts equal"));
    }

    private double batchRound(Product product, CopyRounds copies)
            throws IOException, SQLException, InterruptedException {
        product.settle();
        long before = copies.count();
        Template template = Template.batch(host(product), product.writeKey(), BATCH);
        Load.Result result =
                new Load(product.port(), BATCH_CONNECTIONS)
                        .run(new Calls(template, events / BATCH, BATCH));
        check(copies.count() - before, events);
        say("  batches: p50 %.1f ms, p99 %.1f ms", result.millis(0.5), result.millis(0.99));
        return events / result.seconds();
    }

    private double copyRound(Product product, CopyRounds copies)
            throws IOException, SQLException, InterruptedException {
        byte[] rows = copies.newest(events);
        copies.renew(rows, System.currentTimeMillis());
        product.settle();
        long before = copies.count();
        double seconds = copies.copy(rows);
        check(copies.count() - before, events);
        return events / seconds;
    }

    private void singles(Product product, CopyRounds copies)
            throws IOException, SQLException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        for (int round = -WARMING_ROUNDS; round < rounds; round++) {
            Load.Result ours = null;
            Load.Result theirs = null;
            for (int side = 0; side < 2; side++) {
                if ((side + round & 1) == 0) {
                    ours = singleRound(product, copies, "/v1/track");
                } else {
                    theirs = singleRound(product, copies, InsertRoutes.PATH);
                }
            }
            if (ours == null || theirs == null) {
                throw new IllegalStateException("a side was left out");
            }
            double ratio =
                    ours.requests() / ours.seconds() / (theirs.requests() / theirs.seconds());
            say(
                    "round %d: product %.0f/s p50 %.1f p99 %.1f ms, INSERT %.0f/s p99 %.1f ms, ratio %.2f",
                    round,
                    ours.requests() / ours.seconds(),
                    ours.millis(0.5),
                    ours.millis(0.99),
                    theirs.requests() / theirs.seconds(),
                    theirs.millis(0.99),
                    ratio);
            if (round >= 0) {
                ratios.add(ratio);
                slowest.add(ours.millis(0.99));
            }
        }
        System.out.println(RatioLine.of("ingest", "P2 track/insert", ratios, 3, "counts equal"));
        System.out.println(RatioLine.of("ingest", "P2 p99 millis", slowest, 50, "lower is better"));
    }

    private Load.Result singleRound(Product product, CopyRounds copies, String path)
            throws IOException, SQLException, InterruptedException {
        product.settle();
        long before = copies.count();
        Template template = Template.single(host(product), path, product.writeKey());
        Load.Result result =
                new Load(product.port(), SINGLE_CONNECTIONS).run(new Calls(template, singles, 1));
        check(copies.count() - before, singles);
        return result;
    }

    private static void check(long counted, long expected) {
        if (counted != expected) {
            throw new IllegalStateException(
                    "%d facts were acknowledged and %d are there".formatted(expected, counted));
        }
    }

    private static String host(Product product) {
        return "127.0.0.1:" + product.port();
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }

    /** So many requests, each with message ids that were never sent before. */
    private class Calls implements Load.Requests {
        private final Template template;
        private final int requests;
        private final int each;
        private final SplittableRandom random = new SplittableRandom(messages);
        private int sent;

        Calls(Template template, int requests, int each) {
            this.template = template;
            this.requests = requests;
            this.each = each;
        }

        void fill(byte[] target, int number) {
            template.fill(target, messages, random, profiles);
        }

        @Override
        public int length() {
            return template.length();
        }

        @Override
        public boolean next(byte[] target) {
            if (sent == requests) {
                return false;
            }
            fill(target, sent++);
            messages += each;
            return true;
        }

        @Override
        public String expected() {
            return "\"accepted\":" + each + ",";
        }
    }
}
