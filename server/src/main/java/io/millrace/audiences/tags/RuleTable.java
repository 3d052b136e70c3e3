package io.millrace.audiences.tags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules as they are kept. */
@Component
class RuleTable {
    private final JdbcClient jdbc;

    RuleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param own the audience was made for the rule
     */
    record Row(
            UUID id,
            String category,
            String value,
            List<String> days,
            UUID audience,
            boolean own,
            @Nullable Integer keepDays,
            @Nullable Integer expireDays,
            boolean paused,
            String by,
            Instant at) {}

    List<Row> all() {
        return jdbc.sql("select * from audiences.tag_rules order by category, value, made_at")
                .query(RuleTable::row)
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from audiences.tag_rules where id = :id")
                .param("id", id)
                .query(RuleTable::row)
                .optional();
    }

    /** False if the audience gives this tag already. */
    boolean insert(Row row) {
        return jdbc.sql(
                                """
                                insert into audiences.tag_rules (id, category, value, days,
                                    audience, own, keep_days, expire_days, paused, made_by,
                                    made_at)
                                values (:id, :category, :value, :days, :audience, :own, :keep,
                                    :expire, :paused, :by, :at)
                                on conflict do nothing
                                """)
                        .params(lifetime(row))
                        .param("category", row.category)
                        .param("value", row.value)
                        .param("audience", row.audience)
                        .param("own", row.own)
                        .param("by", row.by)
                        .param("at", row.at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(Row row) {
        jdbc.sql(
                        """
                        update audiences.tag_rules set days = :days, keep_days = :keep,
                            expire_days = :expire, paused = :paused
                        where id = :id
                        """)
                .params(lifetime(row))
                .update();
    }

    private static Map<String, @Nullable Object> lifetime(Row row) {
        Map<String, @Nullable Object> lifetime = new HashMap<>();
        lifetime.put("id", row.id);
        lifetime.put("days", row.days.isEmpty() ? null : String.join(",", row.days));
        lifetime.put("keep", row.keepDays);
        lifetime.put("expire", row.expireDays);
        lifetime.put("paused", row.paused);
        return lifetime;
    }

    void delete(UUID id) {
        jdbc.sql("delete from audiences.tag_rules where id = :id")
                .param("id", id, Types.OTHER)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String days = row.getString("days");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("category"),
                row.getString("value"),
                days == null ? List.of() : Arrays.asList(days.split(",")),
                row.getObject("audience", UUID.class),
                row.getBoolean("own"),
                row.getObject("keep_days", Integer.class),
                row.getObject("expire_days", Integer.class),
                row.getBoolean("paused"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
