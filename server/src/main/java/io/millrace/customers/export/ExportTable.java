package io.millrace.customers.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that were asked for. */
@Component
final class ExportTable {
    private static final int MOST_LISTED = 50;
    private static final String ROW =
            """
            select id, job, wanted::text, filename, by_id, by_name, role, state, rows, created_at
            from customers.list_exports
            """;

    private final JdbcClient jdbc;

    ExportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(
            UUID id,
            UUID job,
            String wanted,
            String filename,
            String byId,
            String byName,
            String role,
            String state,
            @Nullable Long rows,
            Instant createdAt) {}

    void insert(Stored export) {
        jdbc.sql(
                        """
                        insert into customers.list_exports (id, job, wanted, filename, by_id,
                            by_name, role, state, created_at)
                        values (:id, :job, :wanted::jsonb, :filename, :byId, :byName, :role,
                            :state, :at)
                        """)
                .param("id", export.id)
                .param("job", export.job)
                .param("wanted", export.wanted)
                .param("filename", export.filename)
                .param("byId", export.byId)
                .param("byName", export.byName)
                .param("role", export.role)
                .param("state", export.state)
                .param("at", export.createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id").param("id", id).query(ExportTable::row).optional();
    }

    List<Stored> of(String byId) {
        return jdbc.sql(ROW + " where by_id = :by order by created_at desc limit :most")
                .param("by", byId)
                .param("most", MOST_LISTED)
                .query(ExportTable::row)
                .list();
    }

    /** Ends the writing of a file; false if it is not to be written any more. */
    boolean end(UUID id, String state, @Nullable Long rows) {
        return jdbc.sql(
                                """
                                update customers.list_exports set state = :state, rows = :rows
                                where id = :id and state = 'writing'
                                """)
                        .param("state", state)
                        .param("rows", rows, Types.BIGINT)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those from before an instant that are not removed yet are removed; answers which. */
    List<UUID> remove(Instant before) {
        return jdbc.sql(
                        """
                        update customers.list_exports set state = 'removed'
                        where state <> 'removed' and created_at < :before returning id
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Stored row(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("job", UUID.class),
                row.getString("wanted"),
                row.getString("filename"),
                row.getString("by_id"),
                row.getString("by_name"),
                row.getString("role"),
                row.getString("state"),
                row.getObject("rows", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
