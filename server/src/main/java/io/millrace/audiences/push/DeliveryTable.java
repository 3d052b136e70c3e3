package io.millrace.audiences.push;

import io.millrace.audiences.live.Movements.Movement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deliveries as they are kept: planned, delivered or given up. */
@Component
final class DeliveryTable {
    private static final String ROW =
            """
            select id, place, event, entered, customer, at, state, attempts, due, tried_at, status,
                answer, millis
            from audiences.push_deliveries
            """;

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            long place,
            UUID event,
            boolean entered,
            UUID customer,
            Instant at,
            String state,
            int attempts,
            Instant due,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable Integer millis) {}

    /** Plans a delivery for each movement and each subscription that wants it, in their order. */
    int plan(List<Movement> movements, Instant now) {
        return jdbc.sql(
                        """
                        insert into audiences.push_deliveries
                            (id, push, event, entered, customer, at, state, due)
                        select gen_random_uuid(), p.id, m.event, m.entered, m.customer, m.at,
                            'planned', :now
                        from unnest(:events::uuid[], :audiences::uuid[], :customers::uuid[],
                            :entered::boolean[], :at::timestamptz[]) with ordinality
                            as m (event, audience, customer, entered, at, n)
                        join audiences.pushes p on p.audience = m.audience
                            and case when m.entered then p.entering else p.leaving end
                        order by m.n, p.created_at
                        on conflict (push, event) do nothing
                        """)
                .param("events", column(movements, Movement::id))
                .param("audiences", column(movements, Movement::audience))
                .param("customers", column(movements, Movement::customer))
                .param("entered", column(movements, Movement::entered))
                .param("at", column(movements, one -> one.at().atOffset(ZoneOffset.UTC)))
                .param("now", at(now))
                .update();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** The next ones of a subscription, in their order. */
    List<Row> next(UUID push, int limit) {
        return jdbc.sql(
                        ROW
                                + " where push = :push and state = 'planned' order by place limit :limit")
                .param("push", push)
                .param("limit", limit)
                .query(DeliveryTable::row)
                .list();
    }

    /** Newest first. */
    List<Row> log(UUID push, @Nullable String state, @Nullable Long before, int limit) {
        return jdbc.sql(
                        ROW
                                + """
                                 where push = :push and (:state::text is null or state = :state)
                                  and (:before::bigint is null or place < :before)
                                order by place desc limit :limit
                                """)
                .param("push", push)
                .param("state", state, Types.VARCHAR)
                .param("before", before, Types.BIGINT)
                .param("limit", limit)
                .query(DeliveryTable::row)
                .list();
    }

    /** Writes what came of an attempt. */
    void tried(UUID id, String state, Instant now, Instant due, Pushes.Answer answer) {
        jdbc.sql(
                        """
                        update audiences.push_deliveries set state = :state, due = :due,
                            attempts = attempts + 1, tried_at = :now, status = :status,
                            answer = :answer, millis = :millis
                        where id = :id and state = 'planned'
                        """)
                .param("state", state)
                .param("due", at(due))
                .param("now", at(now))
                .param("status", answer.status(), Types.INTEGER)
                .param("answer", answer.text())
                .param("millis", answer.millis())
                .param("id", id)
                .update();
    }

    int replay(UUID push, @Nullable Collection<UUID> some, Instant now) {
        String which = some == null ? "state = 'failed'" : "id = any (:ids::uuid[])";
        var statement =
                jdbc.sql(
                                """
                                update audiences.push_deliveries set state = 'planned',
                                    attempts = 0, due = :now
                                where push = :push and state <> 'planned' and
                                """
                                        + which)
                        .param("now", at(now))
                        .param("push", push);
        return (some == null ? statement : statement.param("ids", column(some, id -> id))).update();
    }

    /** Lets what waits be tried at once. */
    void hurry(UUID push, Instant now) {
        jdbc.sql(
                        """
                        update audiences.push_deliveries set due = :now
                        where push = :push and state = 'planned' and due > :now
                        """)
                .param("now", at(now))
                .param("push", push)
                .update();
    }

    int forget(Collection<UUID> customers) {
        return jdbc.sql(
                        """
                        delete from audiences.push_deliveries
                        where customer = any (:customers::uuid[])
                        """)
                .param("customers", column(customers, id -> id))
                .update();
    }

    List<Row> of(Collection<UUID> customers) {
        return jdbc.sql(ROW + " where customer = any (:customers::uuid[]) order by place")
                .param("customers", column(customers, id -> id))
                .query(DeliveryTable::row)
                .list();
    }

    /** What was delivered long ago is told by the facts still. */
    void sweep(Instant before) {
        jdbc.sql(
                        """
                        delete from audiences.push_deliveries
                        where state = 'delivered' and tried_at < :before
                        """)
                .param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("place"),
                row.getObject("event", UUID.class),
                row.getBoolean("entered"),
                row.getObject("customer", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getInt("attempts"),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                tried == null ? null : tried.toInstant(),
                row.getObject("status", Integer.class),
                row.getString("answer"),
                row.getObject("millis", Integer.class));
    }
}
