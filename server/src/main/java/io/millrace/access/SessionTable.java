package io.millrace.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.millrace.access.Access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions by the hash of their token, each remembered for a second. */
@Component
class SessionTable {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, Optional<Caller>> remembered;

    SessionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.remembered =
                Caffeine.newBuilder()
                        .expireAfterWrite(REMEMBERED)
                        .maximumSize(10_000)
                        .ticker(Ticker.systemTicker())
                        .build();
    }

    String open(UUID user) {
        String token = Secrets.token();
        jdbc.sql(
                        """
                        with expired as (delete from access.sessions
                                          where seen_at < :idle or created_at < :oldest)
                        insert into access.sessions (token, user_id, created_at, seen_at)
                        values (:token, :user, :now, :now)
                        """)
                .param("token", Secrets.hash(token))
                .param("user", user)
                .param("now", at(clock.instant()))
                .param("idle", at(clock.instant().minus(Sessions.IDLE)))
                .param("oldest", at(clock.instant().minus(Sessions.LONGEST)))
                .update();
        return token;
    }

    /** Who is signed in with this token now. */
    Optional<Caller> caller(String token) {
        return remembered.get(token, this::read);
    }

    void end(String token) {
        jdbc.sql("delete from access.sessions where token = :token")
                .param("token", Secrets.hash(token))
                .update();
        remembered.invalidate(token);
    }

    void endAll(UUID user) {
        jdbc.sql("delete from access.sessions where user_id = :user").param("user", user).update();
    }

    /** Reads every session anew at its next request. */
    void forget() {
        remembered.invalidateAll();
    }

    private Optional<Caller> read(String token) {
        Instant now = clock.instant();
        byte[] hash = Secrets.hash(token);
        Optional<Found> found =
                jdbc.sql(
                                """
                                select u.id, u.name, u.role, u.language, s.seen_at
                                  from access.sessions s join access.users u on u.id = s.user_id
                                 where s.token = :token and u.active
                                   and s.seen_at >= :idle and s.created_at >= :oldest
                                """)
                        .param("token", hash)
                        .param("idle", at(now.minus(Sessions.IDLE)))
                        .param("oldest", at(now.minus(Sessions.LONGEST)))
                        .query((row, number) ->
                                new Found(
                                        new Caller(
                                                row.getString("id"),
                                                row.getString("name"),
                                                StandardRole.valueOf(row.getString("role")),
                                                false,
                                                row.getString("language")),
                                        row.getTimestamp("seen_at").toInstant()))
                        .optional();
        found.filter(session -> session.seenAt().isBefore(now.minus(NOTED_EVERY)))
                .ifPresent(session -> note(hash, now));
        return found.map(Found::caller);
    }

    private record Found(Caller caller, Instant seenAt) {}

    private void note(byte[] hash, Instant now) {
        jdbc.sql(
                        """
                        with session as (update access.sessions set seen_at = :now
                                          where token = :token returning user_id)
                        update access.users set last_seen_at = :now
                         where id in (select user_id from session)
                        """)
                .param("token", hash)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
