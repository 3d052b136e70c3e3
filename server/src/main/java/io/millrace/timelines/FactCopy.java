package io.millrace.timelines;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts facts into the log. Nearly every list is new, so it is copied first; only when a key turns
 * out to be known is the copy taken back, the known keys looked up and the rest copied.
 */
final class FactCopy {
    /**
     * After a duplicate so many lists are looked up before they are copied: resends come in rows.
     */
    private static final int CAUTIOUS = 32;

    /** Each repetition follows a commit of someone else with one of these keys. */
    private static final int ATTEMPTS = 50;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Names kinds;
    private final Names sources;
    private final AtomicInteger caution = new AtomicInteger();

    FactCopy(JdbcTemplate jdbc, Names kinds, Names sources) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.kinds = kinds;
        this.sources = sources;
    }

    /** What a copy that meets a known key leads to. */
    enum Refusal {
        /** Only the copy is taken back, to a savepoint: two more round trips for every list. */
        TAKE_BACK,
        /** The caller's transaction is broken, and the caller told to begin it anew. */
        REPEAT
    }

    /** Appends in the caller's transaction; answers the keys that were known before. */
    Set<UUID> append(Collection<? extends NewFact> facts, Refusal whenKeyIsKnown) {
        ToIntFunction<String> kind = kinds.numbers(facts, FactCopy::kind);
        ToIntFunction<String> source = sources.numbers(facts, FactCopy::source);
        Set<UUID> keys = new HashSet<>();
        List<NewFact> once = firstOfEachKey(facts, keys);
        if (keys.isEmpty()) {
            copy(once, kind, source);
            return Set.of();
        }
        Set<UUID> known = new HashSet<>();
        if (caution.get() > 0) {
            caution.decrementAndGet();
            known.addAll(known(keys));
        }
        if (whenKeyIsKnown == Refusal.REPEAT) {
            copyOrRepeat(without(known, once), kind, source);
        } else {
            appendUnknown(once, keys, known, kind, source);
        }
        if (!known.isEmpty()) {
            caution.set(CAUTIOUS);
        }
        return known;
    }

    private void appendUnknown(
            List<NewFact> facts,
            Set<UUID> keys,
            Set<UUID> known,
            ToIntFunction<String> kind,
            ToIntFunction<String> source) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<NewFact> unknown = without(known, facts);
            if (unknown.isEmpty() || copyUnlessKnown(unknown, kind, source)) {
                return;
            }
            known.addAll(known(keys));
        }
        throw new IllegalStateException(
                "keys of facts are taken but not to be seen; is the transaction's isolation"
                        + " stricter than read committed?");
    }

    private void copyOrRepeat(
            List<NewFact> facts, ToIntFunction<String> kind, ToIntFunction<String> source) {
        if (facts.isEmpty()) {
            return;
        }
        try {
            copy(facts, kind, source);
        } catch (DuplicateKeyException taken) {
            caution.set(CAUTIOUS);
            throw new ConcurrencyFailureException("a fact's key was known", taken);
        }
    }

    private Set<UUID> known(Set<UUID> keys) {
        return new HashSet<>(
                client.sql("select key from timelines.facts where key = any(:keys)")
                        .param("keys", keys.toArray(new UUID[0]))
                        .query(UUID.class)
                        .list());
    }

    private static List<NewFact> firstOfEachKey(
            Collection<? extends NewFact> facts, Set<UUID> keys) {
        List<NewFact> once = new ArrayList<>(facts.size());
        for (NewFact fact : facts) {
            UUID key = fact.key();
            if (key == null || keys.add(key)) {
                once.add(fact);
            }
        }
        return once;
    }

    private static List<NewFact> without(Set<UUID> known, List<NewFact> facts) {
        if (known.isEmpty()) {
            return facts;
        }
        return facts.stream()
                .filter(fact -> fact.key() == null || !known.contains(fact.key()))
                .toList();
    }

    private void copy(
            List<NewFact> facts, ToIntFunction<String> kind, ToIntFunction<String> source) {
        jdbc.execute(
                (ConnectionCallback<@Nullable Void>)
                        connection -> {
                            send(connection, facts, kind, source);
                            return null;
                        });
    }

    /** False, and nothing is appended, if a key was known. */
    private boolean copyUnlessKnown(
            List<NewFact> facts, ToIntFunction<String> kind, ToIntFunction<String> source) {
        return Boolean.TRUE.equals(
                jdbc.execute(
                        (ConnectionCallback<Boolean>)
                                connection -> {
                                    Savepoint before = connection.setSavepoint();
                                    try {
                                        send(connection, facts, kind, source);
                                    } catch (PSQLException refused) {
                                        if (!isKnownKey(refused.getServerErrorMessage())) {
                                            throw refused;
                                        }
                                        connection.rollback(before);
                                        return false;
                                    }
                                    connection.releaseSavepoint(before);
                                    return true;
                                }));
    }

    private static boolean isKnownKey(@Nullable ServerErrorMessage error) {
        return error != null && "facts_key".equals(error.getConstraint());
    }

    private static void send(
            Connection connection,
            List<NewFact> facts,
            ToIntFunction<String> kind,
            ToIntFunction<String> source)
            throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyRows.COPY);
        try {
            CopyRows rows = new CopyRows(copy, kind, source);
            for (NewFact fact : facts) {
                rows.write(fact);
            }
            rows.finish();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String kind(NewFact fact) {
        return switch (fact) {
            case NewFact.Whole whole -> whole.fact().kind();
            case NewFact.Encoded encoded -> encoded.kind();
        };
    }

    private static String source(NewFact fact) {
        return switch (fact) {
            case NewFact.Whole whole -> whole.fact().source();
            case NewFact.Encoded encoded -> encoded.source();
        };
    }
}
