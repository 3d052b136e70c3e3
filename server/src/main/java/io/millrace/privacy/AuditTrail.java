package io.millrace.privacy;

import io.millrace.privacy.Privacy.AuditEntry;
import io.millrace.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who did what to whom. PostgreSQL refuses to change or delete an entry. */
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
                                select id, at, actor, action, target, details::text as details
                                from privacy.audit
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
                json.readValue(row.getString("details"), DETAILS));
    }
}
