package io.millrace.audiences.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conditions that are being tried. */
@Component
class ChangeTable {
    private static final String ROW =
            """
            select id, audience, condition::text, note, by, at, state, entering, leaving, staying
            from audiences.changes
            """;

    private final JdbcClient jdbc;

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What would come of a change. */
    record Difference(int entering, int leaving, int staying) {}

    record Row(
            UUID id,
            UUID audience,
            String condition,
            @Nullable String note,
            String by,
            Instant at,
            String state,
            @Nullable Difference difference) {}

    void insert(Row row) {
        jdbc.sql(
                        """
                        insert into audiences.changes (id, audience, condition, note, by, at, state)
                        values (:id, :audience, :condition::jsonb, :note, :by, :at, :state)
                        """)
                .param("id", row.id)
                .param("audience", row.audience)
                .param("condition", row.condition)
                .param("note", row.note, Types.VARCHAR)
                .param("by", row.by)
                .param("at", row.at.atOffset(ZoneOffset.UTC))
                .param("state", row.state)
                .update();
    }

    void state(UUID id, String state, @Nullable Difference difference) {
        jdbc.sql(
                        """
                        update audiences.changes set state = :state, entering = :entering,
                            leaving = :leaving, staying = :staying
                        where id = :id
                        """)
                .param("state", state)
                .param("entering", difference == null ? null : difference.entering, Types.INTEGER)
                .param("leaving", difference == null ? null : difference.leaving, Types.INTEGER)
                .param("staying", difference == null ? null : difference.staying, Types.INTEGER)
                .param("id", id)
                .update();
    }

    Optional<Row> find(UUID audience, UUID id) {
        return jdbc.sql(ROW + " where id = :id and audience = :audience")
                .param("id", id)
                .param("audience", audience)
                .query(ChangeTable::row)
                .optional();
    }

    /** Those that are neither applied nor discarded. */
    List<Row> open() {
        return jdbc.sql(ROW + " where state in ('evaluating', 'ready') order by at, id")
                .query(ChangeTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Integer entering = row.getObject("entering", Integer.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("audience", UUID.class),
                row.getString("condition"),
                row.getString("note"),
                row.getString("by"),
                AudienceTable.instant(row, "at"),
                row.getString("state"),
                entering == null
                        ? null
                        : new Difference(entering, row.getInt("leaving"), row.getInt("staying")));
    }
}
