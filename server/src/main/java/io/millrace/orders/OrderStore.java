package io.millrace.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of orders themselves: locked in the sequence of their numbers, written in one go. */
@Component
final class OrderStore {
    private static final String INSERT =
            """
            insert into orders.orders (
                number, profile, placed, at, content_at, content, currency, total, refunded,
                cancelled, cancelled_at, cancelled_by, cost, rounding_micros, status, channel,
                store, lines, adjustments, source, historical, recorded_at)
            select number, profile, placed, at, content_at, content, currency, total, refunded,
                cancelled, cancelled_at, cancelled_by, cost, rounding_micros, status, channel,
                store, lines, adjustments, source, historical, :now::timestamptz
            from unnest(
                :number::text[], :profile::uuid[], :placed::boolean[], :at::timestamptz[],
                :content_at::timestamptz[], :content::uuid[], :currency::text[], :total::bigint[],
                :refunded::bigint[], :cancelled::bigint[], :cancelled_at::timestamptz[],
                :cancelled_by::text[], :cost::bigint[], :rounding_micros::bigint[],
                :status::text[], :channel::text[], :store::text[], :lines::integer[],
                :adjustments::integer[], :source::text[], :historical::boolean[])
                as given (number, profile, placed, at, content_at, content, currency, total,
                    refunded, cancelled, cancelled_at, cancelled_by, cost, rounding_micros,
                    status, channel, store, lines, adjustments, source, historical)
            order by number collate "C"
            on conflict (number) do update set number = excluded.number where false
            returning number
            """;

    private static final String UPDATE =
            """
            update orders.orders o
            set profile = g.profile, placed = g.placed, at = g.at, content_at = g.content_at,
                content = g.content, total = g.total, refunded = g.refunded,
                cancelled = g.cancelled, cancelled_at = g.cancelled_at,
                cancelled_by = g.cancelled_by, cost = g.cost, rounding_micros = g.rounding_micros,
                status = g.status, channel = g.channel, store = g.store, lines = g.lines,
                adjustments = g.adjustments
            from unnest(
                :number::text[], :profile::uuid[], :placed::boolean[], :at::timestamptz[],
                :content_at::timestamptz[], :content::uuid[], :total::bigint[],
                :refunded::bigint[], :cancelled::bigint[], :cancelled_at::timestamptz[],
                :cancelled_by::text[], :cost::bigint[], :rounding_micros::bigint[],
                :status::text[], :channel::text[], :store::text[], :lines::integer[],
                :adjustments::integer[])
                as g (number, profile, placed, at, content_at, content, total, refunded,
                    cancelled, cancelled_at, cancelled_by, cost, rounding_micros, status, channel,
                    store, lines, adjustments)
            where o.number = g.number
            """;

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The states of all these numbers; those that have a row are locked, with refund numbers. */
    Map<String, OrderState> lock(Set<String> numbers) {
        Map<String, OrderState> states = new HashMap<>();
        String[] keys = numbers.toArray(String[]::new);
        jdbc.sql(
                        """
                        select * from orders.orders where number = any(:numbers)
                        order by number for update
                        """)
                .param("numbers", keys)
                .query(OrderStore::state)
                .list()
                .forEach(state -> states.put(state.number, state));
        if (!states.isEmpty()) {
            jdbc.sql(
                            """
                            select order_number, refund, coalesce(cost, 0) from orders.refunds
                            where order_number = any(:numbers)
                            """)
                    .param("numbers", keys)
                    .query(row -> {
                        OrderState state = state(states, row.getString(1));
                        state.refundNumbers.add(row.getString(2));
                        state.costReturned = Math.addExact(state.costReturned, row.getLong(3));
                    });
        }
        for (String number : numbers) {
            states.computeIfAbsent(number, missing -> new OrderState(missing, false));
        }
        return states;
    }

    static OrderState state(Map<String, OrderState> states, String number) {
        OrderState state = states.get(number);
        if (state == null) {
            throw new IllegalStateException("a row of an order that was not asked for: " + number);
        }
        return state;
    }

    /**
     * Inserts new orders, waiting for whoever is writing the same numbers.
     *
     * @return the numbers that were inserted; the others have a row by now, which is locked
     */
    Set<String> insert(List<OrderState> states, Instant now) {
        if (states.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                columns(jdbc.sql(INSERT), states)
                        .param("currency", texts(states, state -> state.currency))
                        .param("source", texts(states, state -> state.source))
                        .param(
                                "historical",
                                states.stream().map(s -> s.historical).toArray(Boolean[]::new))
                        .param("now", now.toString())
                        .query(String.class)
                        .list());
    }

    void update(List<OrderState> states) {
        if (!states.isEmpty()) {
            columns(jdbc.sql(UPDATE), states).update();
        }
    }

    private static JdbcClient.StatementSpec columns(
            JdbcClient.StatementSpec sql, List<OrderState> states) {
        return sql.param("number", texts(states, s -> s.number))
                .param("profile", texts(states, s -> s.profile))
                .param("placed", states.stream().map(s -> s.placed).toArray(Boolean[]::new))
                .param("at", texts(states, s -> s.at))
                .param("content_at", texts(states, s -> s.contentAt))
                .param("content", texts(states, s -> s.content))
                .param("total", wholes(states, s -> s.total))
                .param("refunded", wholes(states, s -> s.refunded))
                .param("cancelled", wholes(states, s -> s.cancelled))
                .param("cancelled_at", texts(states, s -> s.cancelledAt))
                .param("cancelled_by", texts(states, s -> s.cancelledBy))
                .param("cost", wholes(states, s -> s.cost))
                .param("rounding_micros", wholes(states, s -> s.roundingMicros))
                .param("status", texts(states, OrderState::status))
                .param("channel", texts(states, s -> s.channel))
                .param("store", texts(states, s -> s.store))
                .param("lines", states.stream().map(s -> s.lineCount).toArray(Integer[]::new))
                .param(
                        "adjustments",
                        states.stream().map(s -> s.adjustments).toArray(Integer[]::new));
    }

    /** Reads a value of each item; null stays null. */
    interface Reading<T, V> {
        @Nullable V of(T item);
    }

    static <T> @Nullable String[] texts(Collection<T> items, Reading<T, Object> reading) {
        @Nullable String[] texts = new String[items.size()];
        int i = 0;
        for (T item : items) {
            Object value = reading.of(item);
            texts[i++] = value == null ? null : value.toString();
        }
        return texts;
    }

    static <T> @Nullable Long[] wholes(Collection<T> items, Reading<T, Long> reading) {
        @Nullable Long[] numbers = new Long[items.size()];
        int i = 0;
        for (T item : items) {
            numbers[i++] = reading.of(item);
        }
        return numbers;
    }

    private static OrderState state(ResultSet row, int ignored) throws SQLException {
        OrderState state = new OrderState(row.getString("number"), true);
        state.profile = row.getObject("profile", UUID.class);
        state.placed = row.getBoolean("placed");
        state.at = instant(row, "at");
        state.contentAt = instant(row, "content_at");
        state.content = row.getObject("content", UUID.class);
        state.currency = row.getString("currency");
        state.total = row.getLong("total");
        state.refunded = row.getLong("refunded");
        state.cancelled = row.getLong("cancelled");
        state.cancelledAt = nullableInstant(row, "cancelled_at");
        state.cancelledBy = row.getString("cancelled_by");
        state.cost = row.getObject("cost", Long.class);
        state.roundingMicros = row.getLong("rounding_micros");
        state.channel = row.getString("channel");
        state.store = row.getString("store");
        state.lineCount = row.getInt("lines");
        state.adjustments = row.getInt("adjustments");
        state.source = row.getString("source");
        state.historical = row.getBoolean("historical");
        return state;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
