package io.millrace.access;

import io.millrace.access.Access.Caller;
import io.millrace.access.Access.WriteKey;
import io.millrace.access.AccessKeys.Kind;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All valid keys in memory, read again twice a second, so that a look-up costs one hash and a
 * revocation anywhere counts within a second.
 */
final class KeyRing implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    private static final long READ_EVERY_MILLIS = 500;
    private static final int NOTE_EVERY_READS = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("keys").factory());
    private volatile Map<ByteBuffer, Valid> keys = Map.of();
    private int reads;

    KeyRing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    KeyRing start() {
        read();
        reader.scheduleWithFixedDelay(
                this::tend, READ_EVERY_MILLIS, READ_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private record Valid(
            UUID id,
            String name,
            Kind kind,
            @Nullable StandardRole role,
            @Nullable Instant expiresAt) {}

    Optional<WriteKey> writeKey(String secret) {
        return valid(secret, Kind.WRITE).map(key -> new WriteKey(key.id().toString(), key.name()));
    }

    Optional<Caller> caller(String secret) {
        return valid(secret, Kind.API)
                .filter(key -> key.role() != null)
                .map(key ->
                        new Caller(
                                key.id().toString(),
                                key.name(),
                                java.util.Objects.requireNonNull(key.role()),
                                true,
                                null));
    }

    private Optional<Valid> valid(String secret, Kind kind) {
        Valid key = keys.get(ByteBuffer.wrap(Secrets.hash(secret)));
        if (key == null || key.kind() != kind) {
            return Optional.empty();
        }
        if (key.expiresAt() != null && !key.expiresAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        used.add(key.id());
        return Optional.of(key);
    }

    /** Reads all valid keys now. */
    void read() {
        keys =
                jdbc
                        .sql(
                                """
                                select secret, id, name, kind, role, expires_at
                                  from access.keys where revoked_at is null
                                """)
                        .query((row, number) ->
                                Map.entry(
                                        ByteBuffer.wrap(row.getBytes("secret")),
                                        new Valid(
                                                row.getObject("id", UUID.class),
                                                row.getString("name"),
                                                Kind.valueOf(row.getString("kind")),
                                                JdbcKeys.role(row.getString("role")),
                                                JdbcKeys.instant(row.getTimestamp("expires_at")))))
                        .list()
                        .stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Reads on the reader's own thread and waits, for callers that still hold a connection. */
    void readSoon() {
        try {
            reader.submit(this::read).get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            // The regular reading follows within a second.
            log.debug("Keys will be read later", e);
        }
    }

    private void tend() {
        try {
            read();
            if (++reads % NOTE_EVERY_READS == 0) {
                noteUse();
            }
        } catch (RuntimeException e) {
            // The known keys stay valid while the database is away.
            log.warn("Keys could not be read: {}", e.getMessage());
        }
    }

    private void noteUse() {
        UUID[] ids = used.toArray(UUID[]::new);
        if (ids.length == 0) {
            return;
        }
        jdbc.sql("update access.keys set last_used_at = :now where id = any (:ids)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", ids)
                .update();
        used.removeAll(Set.of(ids));
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
