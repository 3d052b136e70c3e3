package io.millrace.timelines;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.database.TestDatabase;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database and a folder of one's own, with the module running on them. */
final class World implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong counter = new AtomicLong();
    final TestDatabase database = TestDatabase.fresh();
    final Path folder;
    final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.source()));
    Assembly parts;

    World(Path folder) {
        this.folder = folder;
        this.parts = assemble();
        parts.tail().start();
    }

    private Assembly assemble() {
        return Assembly.of(
                database.source(),
                new JdbcTransactionManager(database.source()),
                folder,
                InstantSource.system(),
                new SimpleMeterRegistry(),
                Stream::empty);
    }

    Timelines timelines() {
        return parts.timelines();
    }

    void stop() {
        parts.tail().stop();
    }

    void start() {
        parts = assemble();
        parts.tail().start();
    }

    Set<UUID> appendOrRepeat(Collection<? extends NewFact> facts) {
        return java.util.Objects.requireNonNull(
                transactions.execute(status -> timelines().appendOrRepeat(facts)));
    }

    Set<UUID> append(Collection<? extends NewFact> facts) {
        return java.util.Objects.requireNonNull(
                transactions.execute(status -> timelines().append(facts)));
    }

    UUID id() {
        long number = counter.incrementAndGet();
        return new UUID(0x0190_0000_0000_7000L + (number << 16), 0x8000_0000_0000_0000L | number);
    }

    ProfileId profile() {
        return new ProfileId(id());
    }

    Fact fact(ProfileId profile, String kind, long amount) {
        return fact(profile, kind, amount, Map.of("channel", new Value.Text("web")), "test");
    }

    Fact fact(
            ProfileId profile,
            String kind,
            long amount,
            Map<String, Value> attributes,
            String source) {
        UUID id = id();
        Instant at = START.plusSeconds(counter.get());
        return new Fact(
                id,
                profile.value(),
                kind,
                at,
                at,
                "order " + counter.get(),
                amount,
                "GBP",
                attributes,
                source,
                false);
    }

    /** So many orders of one profile, each without a key. */
    List<NewFact> orders(ProfileId profile, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> NewFact.of(fact(profile, Kinds.ORDER_COMPLETED, 100 + i), null))
                .toList();
    }

    /** All that the columnar store tells, by customer, in the order of the timeline. */
    Map<UUID, List<String>> told() {
        timelines().catchUp();
        return timelines().fold(Telling::new, Instant.MAX).value();
    }

    long facts() {
        return told().values().stream().mapToLong(List::size).sum();
    }

    /** True if these characters stand anywhere in the columnar store's files. */
    boolean holds(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> contains(file, wanted));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stop();
        database.close();
    }

    record Telling(Dictionary words) implements Fold<Map<UUID, List<String>>> {
        @Override
        public Map<UUID, List<String>> newAccumulator() {
            return new TreeMap<>();
        }

        @Override
        public void accept(Timeline timeline, Map<UUID, List<String>> into) {
            List<String> facts = new ArrayList<>();
            while (timeline.next()) {
                facts.add(
                        "%s %s %d %s %d %s %d"
                                .formatted(
                                        new UUID(timeline.idHigh(), timeline.idLow()),
                                        words.word(timeline.kind()),
                                        timeline.occurredAt(),
                                        timeline.subject(),
                                        timeline.amount(),
                                        words.word(timeline.source()),
                                        timeline.recordedAt()));
            }
            into.put(new UUID(timeline.customerHigh(), timeline.customerLow()), facts);
        }

        @Override
        public Map<UUID, List<String>> merge(
                Map<UUID, List<String>> left, Map<UUID, List<String>> right) {
            left.putAll(right);
            return left;
        }
    }
}
