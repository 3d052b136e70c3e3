package io.millrace.intake;

import io.millrace.access.Access;
import io.millrace.database.TestDatabase;
import io.millrace.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An intake over a database of its own, at noon of one day. */
final class World implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    static final String KEY = "wk_shop";
    static final String SOURCE = "shop";

    final TestDatabase database = TestDatabase.fresh();
    final Doubles.People people = new Doubles.People();
    final Doubles.Facts facts = new Doubles.Facts(database.jdbc());
    final Doubles.Book book = new Doubles.Book();
    final Doubles.Vault vault = new Doubles.Vault();
    final InboxTable table;
    final GroupCommitIntake intake;
    final Inbox inbox;
    private final AtomicLong numbers = new AtomicLong();

    World() {
        this(50_000);
    }

    World(int queueEvents) {
        Ids ids = () -> new UUID(0x7000L + numbers.incrementAndGet(), numbers.get());
        InstantSource clock = InstantSource.fixed(NOON);
        table = new InboxTable(database.jdbc(), vault, people, ids);
        Stores stores =
                new Stores(
                        people,
                        book,
                        facts,
                        vault,
                        () -> "GBP",
                        table,
                        new SeenMessages(database.jdbc()),
                        new EventNames(database.jdbc()),
                        ids);
        GroupWriter writer = new GroupWriter(database.transactions(), stores, clock);
        intake =
                new GroupCommitIntake(
                        new OneKey(),
                        new GroupCommit(writer, 2, 500, queueEvents),
                        stores.names(),
                        new LiveEvents(),
                        ids,
                        clock);
        inbox = new InboxDesk(database.transactions(), stores, Stream::empty, clock);
    }

    /** One call on the path of its type. */
    Intake.Receipt send(String type, String json) {
        return receipt(intake.accept(request(KEY, type, json)));
    }

    Intake.Receipt batch(String... calls) {
        return receipt(
                intake.accept(request(KEY, null, "{\"batch\":[" + String.join(",", calls) + "]}")));
    }

    static Intake.Request request(@Nullable String key, @Nullable String type, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Intake.Request(key, body, body.length, false, new Intake.Options(false, type));
    }

    static Intake.Receipt receipt(Intake.Answer answer) {
        if (answer instanceof Intake.Answer.Taken(Intake.Receipt receipt)) {
            return receipt;
        }
        throw new AssertionError("not taken: " + answer);
    }

    /** The code for which the only item was rejected. */
    String rejection(String type, String json) {
        return send(type, json).errors().getFirst().code();
    }

    Inbox.Entry onlyEntry() {
        var entries =
                inbox.list(new Inbox.Filter(null, null, null), null, 10, true, Locale.ENGLISH);
        if (entries.items().size() != 1) {
            throw new AssertionError("not one entry: " + entries.items());
        }
        return inbox.find(entries.items().getFirst().id(), Locale.ENGLISH).orElseThrow();
    }

    String onlyPayload() {
        return java.util.Objects.requireNonNull(onlyEntry().payload());
    }

    long waiting() {
        return inbox.summary(Locale.ENGLISH).stream().mapToLong(Inbox.CodeCount::count).sum();
    }

    static String track(String messageId, String userId, String event, String properties) {
        return """
        {"type":"track","messageId":"%s","userId":"%s","event":"%s","properties":%s}\
        """
                .formatted(messageId, userId, event, properties);
    }

    @Override
    public void close() {
        intake.close();
        database.close();
    }

    private static final class OneKey implements Access {
        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }

        @Override
        public Optional<WriteKey> writeKey(String secret) {
            return secret.equals(KEY) ? Optional.of(new WriteKey("1", SOURCE)) : Optional.empty();
        }
    }
}
