package io.millrace.audiences.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions as they are kept. */
@Component
final class PushTable {
    private static final String ROW =
            """
            select p.*, c.planned, c.delivered, c.failed from audiences.pushes p,
                lateral (select count(*) filter (where d.state = 'planned') planned,
                    count(*) filter (where d.state = 'delivered') delivered,
                    count(*) filter (where d.state = 'failed') failed
                    from audiences.push_deliveries d where d.push = p.id) c
            """;

    private final JdbcClient jdbc;

    PushTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            UUID audience,
            String url,
            boolean entering,
            boolean leaving,
            String level,
            String secret,
            String state,
            int failures,
            String createdBy,
            Instant createdAt,
            long planned,
            long delivered,
            long failed) {}

    /** What planning and sending need of those that are not paused by hand or are. */
    record Receiver(
            UUID id, UUID audience, String url, String level, String secret, String state) {}

    void insert(Row row) {
        jdbc.sql(
                        """
                        insert into audiences.pushes (id, audience, url, entering, leaving, level,
                            secret, state, created_by, created_at)
                        values (:id, :audience, :url, :entering, :leaving, :level, :secret,
                            'active', :by, :at)
                        """)
                .param("id", row.id)
                .param("audience", row.audience)
                .param("url", row.url)
                .param("entering", row.entering)
                .param("leaving", row.leaving)
                .param("level", row.level)
                .param("secret", row.secret)
                .param("by", row.createdBy)
                .param("at", row.createdAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Row row) {
        jdbc.sql(
                        """
                        update audiences.pushes set url = :url, entering = :entering,
                            leaving = :leaving, level = :level, state = :state,
                            failures = :failures
                        where id = :id
                        """)
                .param("url", row.url)
                .param("entering", row.entering)
                .param("leaving", row.leaving)
                .param("level", row.level)
                .param("state", row.state)
                .param("failures", row.failures)
                .param("id", row.id)
                .update();
    }

    void renew(UUID id, String secret) {
        jdbc.sql("update audiences.pushes set secret = :secret where id = :id")
                .param("secret", secret)
                .param("id", id)
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from audiences.pushes where id = :id").param("id", id).update()
                == 1;
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ROW + " where p.id = :id").param("id", id).query(PushTable::row).optional();
    }

    List<Row> of(UUID audience) {
        return jdbc.sql(ROW + " where p.audience = :audience order by p.created_at, p.id")
                .param("audience", audience)
                .query(PushTable::row)
                .list();
    }

    boolean any() {
        return jdbc.sql("select exists (select from audiences.pushes)")
                .query(Boolean.class)
                .single();
    }

    /** The active ones whose next delivery is due. */
    List<Receiver> ready(Instant now) {
        return jdbc.sql(
                        """
                        select p.id, p.audience, p.url, p.level, p.secret, p.state
                        from audiences.pushes p, lateral (
                            select due from audiences.push_deliveries d
                            where d.push = p.id and d.state = 'planned'
                            order by place limit 1) head
                        where p.state = 'active' and head.due <= :now
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(PushTable::receiver)
                .list();
    }

    /** As it is now, if it is active. */
    Optional<Receiver> active(UUID id) {
        return jdbc.sql(
                        """
                        select id, audience, url, level, secret, state from audiences.pushes
                        where id = :id and state = 'active'
                        """)
                .param("id", id)
                .query(PushTable::receiver)
                .optional();
    }

    void succeeded(UUID id) {
        jdbc.sql("update audiences.pushes set failures = 0 where id = :id and failures > 0")
                .param("id", id)
                .update();
    }

    /** Counts a failure; from so many in a row on, nothing is sent any more. */
    void failed(UUID id, int most) {
        jdbc.sql(
                        """
                        update audiences.pushes set failures = failures + 1,
                            state = case when failures + 1 >= :most and state = 'active'
                                then 'stopped' else state end
                        where id = :id
                        """)
                .param("most", most)
                .param("id", id)
                .update();
    }

    private static Receiver receiver(ResultSet row, int number) throws SQLException {
        return new Receiver(
                row.getObject("id", UUID.class),
                row.getObject("audience", UUID.class),
                row.getString("url"),
                row.getString("level"),
                row.getString("secret"),
                row.getString("state"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("audience", UUID.class),
                row.getString("url"),
                row.getBoolean("entering"),
                row.getBoolean("leaving"),
                row.getString("level"),
                row.getString("secret"),
                row.getString("state"),
                row.getInt("failures"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("planned"),
                row.getLong("delivered"),
                row.getLong("failed"));
    }
}
