package io.millrace.privacy;

import io.millrace.privacy.Privacy.AuditEntry;
import io.millrace.privacy.Privacy.Chain;
import io.millrace.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what to whom. PostgreSQL refuses to change or delete an entry, and chains each at its
 * commit to the one before.
 */
final class AuditTrail {
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    AuditTrail(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    void append(String actor, String action, String target, Map<String, String> details) {
        jdbc.sql(
                        """
                        insert into privacy.audit (at, actor, action, target, details)
                        values (:at, :actor, :action, :target, :details::jsonb)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("target", target)
                .param("details", json.writeValueAsString(details))
                .update();
    }

    Page<AuditEntry> page(@Nullable String search, @Nullable String cursor, int limit) {
        var entries =
                jdbc.sql(
                                """
                                select id, at, actor, action, target, details::text as details,
                                    encode(hash, 'hex') as hash
                                from privacy.audit left join privacy.audit_chain on entry = id
                                where (:before::bigint is null or id < :before)
                                  and (:search::text is null
                                       or strpos(lower(actor || ' ' || action || ' ' || target),
                                                 lower(:search)) > 0)
                                order by id desc
                                limit :limit
                                """)
                        .param("before", Cursors.position(cursor), java.sql.Types.BIGINT)
                        .param(
                                "search",
                                search == null || search.isBlank() ? null : search.strip(),
                                java.sql.Types.VARCHAR)
                        .param("limit", limit + 1)
                        .query(this::entry)
                        .list();
        if (entries.size() <= limit) {
            return new Page<>(entries, null, null);
        }
        var items = entries.subList(0, limit);
        return new Page<>(items, Long.toString(items.getLast().id()), null);
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("target"),
                json.readValue(row.getString("details"), DETAILS),
                Objects.requireNonNullElse(row.getString("hash"), ""));
    }

    /** One look at all links; a few seconds a million entries. */
    Chain chain() {
        return jdbc.sql(
                        """
                        with links as (
                            select c.position, coalesce(a.id, c.entry) as id, c.hash,
                                c.position is not null and a.id is not null
                                and c.position = 1 + lag(c.position, 1, 0::bigint) over chain
                                and c.hash = privacy.audit_hash(
                                    lag(c.hash, 1, ''::bytea) over chain, a) as holds
                            from privacy.audit_chain c full join privacy.audit a on a.id = c.entry
                            window chain as (order by c.position nulls last, a.id)),
                        broken as (
                            select position, id from links where holds is not true
                            order by position nulls last, id limit 1)
                        select (select count(*) from privacy.audit) as entries,
                            (select id from broken) as broken_at,
                            (select count(*) from links l where not exists (select from broken)
                                or l.position < (select position from broken)
                                or (select position from broken) is null
                                    and l.position is not null) as intact,
                            (select encode(hash, 'hex') from privacy.audit_chain
                                order by position desc limit 1) as head
                        """)
                .query((row, number) -> {
                    Long brokenAt = row.getObject("broken_at", Long.class);
                    return new Chain(
                            brokenAt == null,
                            row.getLong("entries"),
                            row.getLong("intact"),
                            brokenAt,
                            row.getString("head"));
                })
                .single();
    }
}
