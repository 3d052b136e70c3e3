package io.millrace.access;

import io.millrace.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcKeys implements AccessKeys {
    private static final int VISIBLE = 8;
    private static final String COLUMNS =
            "id, name, kind, prefix, role, created_at, last_used_at, expires_at, revoked_at";
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final KeyRing ring;
    private final Ids ids;
    private final Clock clock;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    JdbcKeys(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            KeyRing ring,
            Ids ids,
            Clock clock,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ring = ring;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
        this.events = events;
    }

    @Override
    public List<Key> list() {
        return jdbc.sql("select " + COLUMNS + " from access.keys order by id desc")
                .query(JdbcKeys::key)
                .list();
    }

    @Override
    public NewKey create(
            String name, Kind kind, @Nullable StandardRole role, @Nullable Instant expiresAt) {
        String prefix = (kind == Kind.WRITE ? "mr_write_" : "mr_api_") + Secrets.readable(VISIBLE);
        String secret = prefix + "_" + Secrets.token();
        UUID id = ids.next();
        Key created =
                transactions.execute(status -> {
                    insert(id, name, kind, role, expiresAt, prefix, secret);
                    events.publishEvent(caller.change("key.created", id, "prefix", prefix));
                    readAfterCommit();
                    return find(id);
                });
        return new NewKey(created, secret);
    }

    private void insert(
            UUID id,
            String name,
            Kind kind,
            @Nullable StandardRole role,
            @Nullable Instant expiresAt,
            String prefix,
            String secret) {
        jdbc.sql(
                        """
                        insert into access.keys
                               (id, name, kind, prefix, secret, role, created_at, expires_at)
                        values (:id, :name, :kind, :prefix, :secret, :role, :now, :expires)
                        """)
                .param("id", id)
                .param("name", name)
                .param("kind", kind.name())
                .param("prefix", prefix)
                .param("secret", Secrets.hash(secret))
                .param("role", role == null ? null : role.name())
                .param("now", at(clock.instant()))
                .param("expires", expiresAt == null ? null : at(expiresAt))
                .update();
    }

    private Key find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from access.keys where id = :id")
                .param("id", id)
                .query(JdbcKeys::key)
                .single();
    }

    @Override
    public Optional<Key> revoke(UUID id) {
        return transactions.execute(status -> {
            Optional<Key> revoked =
                    jdbc.sql(
                                    "update access.keys set revoked_at ="
                                            + " coalesce(revoked_at, :now) where id = :id"
                                            + " returning "
                                            + COLUMNS)
                            .param("id", id)
                            .param("now", at(clock.instant()))
                            .query(JdbcKeys::key)
                            .optional();
            revoked.ifPresent(key ->
                    events.publishEvent(caller.change("key.revoked", id, "prefix", key.prefix())));
            readAfterCommit();
            return revoked;
        });
    }

    private void readAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ring.readSoon();
                    }
                });
    }

    static @Nullable StandardRole role(@Nullable String name) {
        return name == null ? null : StandardRole.valueOf(name);
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        return new Key(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("prefix"),
                role(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("revoked_at")));
    }
}
