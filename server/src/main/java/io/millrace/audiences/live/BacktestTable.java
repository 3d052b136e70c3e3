package io.millrace.audiences.live;

import io.millrace.audiences.live.Backtests.Point;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Back-tests as they are kept. */
@Component
class BacktestTable {
    private static final int KEPT = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BacktestTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            UUID id,
            UUID audience,
            int version,
            String condition,
            Instant from,
            Instant to,
            int points,
            UUID job,
            @Nullable List<Point> curve,
            @Nullable Long millis,
            String by,
            Instant at) {}

    /** Keeps it with the newest of its audience; older ones go. */
    void insert(Row row) {
        jdbc.sql(
                        """
                        insert into audiences.backtests (id, audience, version, condition,
                            begins_at, ends_at, points, job, made_by, made_at)
                        values (:id, :audience, :version, :condition::jsonb, :from, :to, :points,
                            :job, :by, :at)
                        """)
                .param("id", row.id)
                .param("audience", row.audience)
                .param("version", row.version)
                .param("condition", row.condition)
                .param("from", row.from.atOffset(ZoneOffset.UTC))
                .param("to", row.to.atOffset(ZoneOffset.UTC))
                .param("points", row.points)
                .param("job", row.job)
                .param("by", row.by)
                .param("at", row.at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        delete from audiences.backtests where id in (
                            select id from audiences.backtests where audience = :audience
                            order by id desc offset :kept)
                        """)
                .param("audience", row.audience)
                .param("kept", KEPT)
                .update();
    }

    void done(UUID id, List<Point> curve, long millis) {
        jdbc.sql(
                        """
                        update audiences.backtests set curve = :curve::jsonb, millis = :millis
                        where id = :id
                        """)
                .param("curve", json.writeValueAsString(curve))
                .param("millis", millis)
                .param("id", id)
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from audiences.backtests where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Row> of(UUID audience) {
        return jdbc.sql(
                        """
                        select * from audiences.backtests where audience = :audience
                        order by id desc
                        """)
                .param("audience", audience)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String curve = row.getString("curve");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("audience", UUID.class),
                row.getInt("version"),
                row.getString("condition"),
                AudienceTable.instant(row, "begins_at"),
                AudienceTable.instant(row, "ends_at"),
                row.getInt("points"),
                row.getObject("job", UUID.class),
                curve == null ? null : json.readValue(curve, new TypeReference<List<Point>>() {}),
                row.getObject("millis", Long.class),
                row.getString("made_by"),
                AudienceTable.instant(row, "made_at"));
    }
}
