package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which profiles are roots of customers (or of visitors) at all, in PostgreSQL's own order. */
final class Eligible {
    /** A page of the walk over everybody; large enough that few round trips are made. */
    private static final int FETCH = 20_000;

    private final JdbcClient jdbc;

    Eligible(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the order of the last activity. */
    record Place(ProfileId root, Instant activeAt) {}

    private static String kind(Sought sought) {
        return sought.visitors()
                ? "parent is null and customer_since is null"
                : "parent is null and customer_since is not null";
    }

    private static final RowMapper<ProfileId> ID =
            (row, number) -> new ProfileId(row.getObject("id", UUID.class));

    long count(Sought sought) {
        var only = sought.only();
        if (only != null && !sought.few()) {
            return countBeyondFew(sought);
        }
        var sql =
                "select count(*) from customers.profiles where "
                        + kind(sought)
                        + (only == null ? "" : " and id = any (:ids::uuid[])")
                        + " and (:heard::timestamptz is null or heard_at <= :heard)";
        return bound(jdbc.sql(sql), sought, only).query(Long.class).single();
    }

    private long countBeyondFew(Sought sought) {
        var counted = new AtomicLong();
        each(sought, _ -> counted.incrementAndGet());
        return counted.get();
    }

    /** All of them, by id. */
    void each(Sought sought, Consumer<ProfileId> reader) {
        ProfileId last = null;
        while (true) {
            var ids = byId(sought, last, FETCH);
            ids.stream().filter(sought::allows).forEach(reader);
            if (ids.size() < FETCH) {
                return;
            }
            last = ids.getLast();
        }
    }

    /** Those of the ids that belong on the list. */
    Set<ProfileId> among(Collection<ProfileId> ids, Sought sought) {
        var sql =
                "select id from customers.profiles where "
                        + kind(sought)
                        + " and id = any (:ids::uuid[])"
                        + " and (:heard::timestamptz is null or heard_at <= :heard)";
        return bound(jdbc.sql(sql), sought, ids).query(ID).set();
    }

    /** The next ones by id. */
    List<ProfileId> byId(Sought sought, @Nullable ProfileId after, int limit) {
        var sql =
                "select id from customers.profiles where "
                        + kind(sought)
                        + " and (:after::uuid is null or id > :after)"
                        + " and (:heard::timestamptz is null or heard_at <= :heard)"
                        + " order by id limit "
                        + limit;
        return bound(jdbc.sql(sql), sought, null)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .query(ID)
                .list();
    }

    /** The next ones by last activity. */
    List<Place> byActivity(
            Sought sought, boolean descending, @Nullable Place after, int limit, boolean few) {
        var beyond = descending ? "<" : ">";
        var direction = descending ? "desc" : "asc";
        var sql =
                "select id, active_at from customers.profiles where "
                        + kind(sought)
                        + (few ? " and id = any (:ids::uuid[])" : "")
                        + (after == null ? "" : " and (active_at, id) " + beyond + " (:at, :after)")
                        + " and (:heard::timestamptz is null or heard_at <= :heard)"
                        + " order by active_at %s, id %s limit %d"
                                .formatted(direction, direction, limit);
        var statement = bound(jdbc.sql(sql), sought, few ? sought.only() : null);
        if (after != null) {
            statement =
                    statement
                            .param("at", SqlArrays.at(after.activeAt()))
                            .param("after", after.root().value());
        }
        return statement
                .query((row, number) ->
                        new Place(
                                new ProfileId(row.getObject("id", UUID.class)),
                                row.getObject("active_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static StatementSpec bound(
            StatementSpec statement, Sought sought, @Nullable Collection<ProfileId> ids) {
        var heard = sought.heardBefore();
        var bound =
                statement.param(
                        "heard",
                        heard == null ? null : SqlArrays.at(heard),
                        Types.TIMESTAMP_WITH_TIMEZONE);
        return ids == null ? bound : bound.param("ids", SqlArrays.profiles(ids));
    }
}
