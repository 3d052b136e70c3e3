package io.millrace.orders;

import io.millrace.catalog.Catalog;
import io.millrace.orders.Orders.TakenBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what one source did to orders, unless something later was built on it. */
@Component
final class OrderUndo {
    private static final String LATER_CHANGES =
            """
            select count(*) from orders.orders o
            where (o.source = :source
                    and (o.cancelled_by <> :source
                        or exists (select 1 from orders.refunds r
                            where r.order_number = o.number and r.source <> :source)
                        or exists (select 1 from orders.adjustments a
                            where a.order_number = o.number and a.source <> :source)))
               or (o.source <> :source
                    and exists (select 1 from orders.adjustments mine
                        join orders.adjustments later
                            on later.order_number = mine.order_number
                            and later.ordinal > mine.ordinal and later.source <> :source
                        where mine.order_number = o.number and mine.source = :source))
            """;

    private final JdbcClient jdbc;
    private final OrderParts parts;
    private final Catalog catalog;

    OrderUndo(JdbcClient jdbc, OrderParts parts, Catalog catalog) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.catalog = catalog;
    }

    TakenBack takeBack(String source) {
        lock(source);
        long later = count(LATER_CHANGES, source);
        if (later > 0) {
            return new TakenBack.LaterChanges(later);
        }
        PlacesOfTakenBack places = PlacesOfTakenBack.of(jdbc);
        long orders = removeOrders(source);
        long refunds = removeRefunds(source);
        long adjustments = reverse(source);
        restate();
        places.forgetUnnamed(jdbc, catalog);
        return new TakenBack.Done(orders, refunds, adjustments);
    }

    private void lock(String source) {
        jdbc.sql(
                        """
                        create temporary table if not exists taken_back (
                            number text collate "C" primary key) on commit drop
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into taken_back
                        select number from orders.orders where number in (
                            select number from orders.orders where source = :source
                            union select order_number from orders.refunds where source = :source
                            union select order_number from orders.adjustments
                                where source = :source)
                        order by number for update
                        on conflict do nothing
                        """)
                .param("source", source)
                .update();
    }

    private long count(String sql, String source) {
        return jdbc.sql(sql).param("source", source).query(Long.class).single();
    }

    private long removeOrders(String source) {
        for (String table : List.of("lines", "refund_lines", "refunds", "adjustments")) {
            jdbc.sql(
                            "delete from orders."
                                    + table
                                    + """
                                     where order_number in (
                                        select number from orders.orders where source = :source)
                                    """)
                    .param("source", source)
                    .update();
        }
        return jdbc.sql("delete from orders.orders where source = :source")
                .param("source", source)
                .update();
    }

    private long removeRefunds(String source) {
        jdbc.sql(
                        """
                        delete from orders.refund_lines l using orders.refunds r
                        where r.source = :source and l.order_number = r.order_number
                            and l.refund = r.refund
                        """)
                .param("source", source)
                .update();
        return jdbc.sql(
                        """
                        with gone as (
                            delete from orders.refunds where source = :source
                            returning order_number, amount, cost),
                        sums as (
                            select order_number, sum(amount) amount, sum(cost) cost, count(*) n
                            from gone group by order_number),
                        given as (
                            update orders.orders o
                            set refunded = o.refunded - s.amount,
                                cost = o.cost + coalesce(s.cost, 0)
                            from sums s where o.number = s.order_number)
                        select coalesce(sum(n), 0) from sums
                        """)
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private long reverse(String source) {
        Map<String, OrderState> before = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (order_number) * from orders.adjustments
                        where source = :source order by order_number, ordinal
                        """)
                .param("source", source)
                .query(row -> {
                    OrderState state = before(row);
                    before.put(state.number, state);
                });
        restore(before.values());
        return jdbc.sql("delete from orders.adjustments where source = :source")
                .param("source", source)
                .update();
    }

    private OrderState before(ResultSet row) throws SQLException {
        OrderState state = new OrderState(row.getString("order_number"), true);
        state.total = row.getLong("total_before");
        state.cost = row.getObject("cost_before", Long.class);
        state.roundingMicros = row.getLong("rounding_before");
        state.content = row.getObject("content_before", UUID.class);
        state.contentAt = OrderStore.instant(row, "content_at_before");
        state.channel = row.getString("channel_before");
        state.store = row.getString("store_before");
        state.adjustments = row.getInt("ordinal") - 1;
        state.replaceLines(parts.fromJson(row.getString("lines_before")));
        return state;
    }

    private void restore(Collection<OrderState> states) {
        if (states.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update orders.orders o
                        set total = g.total, cost = g.cost, rounding_micros = g.rounding,
                            content = g.content, content_at = g.content_at, channel = g.channel,
                            store = g.store, lines = g.lines, adjustments = g.adjustments
                        from unnest(:number::text[], :total::bigint[], :cost::bigint[],
                            :rounding::bigint[], :content::uuid[], :content_at::timestamptz[],
                            :channel::text[], :store::text[], :lines::integer[],
                            :adjustments::integer[])
                            as g (number, total, cost, rounding, content, content_at, channel,
                                store, lines, adjustments)
                        where o.number = g.number
                        """)
                .param("number", OrderStore.texts(states, s -> s.number))
                .param("total", OrderStore.wholes(states, s -> s.total))
                .param("cost", OrderStore.wholes(states, s -> s.cost))
                .param("rounding", OrderStore.wholes(states, s -> s.roundingMicros))
                .param("content", OrderStore.texts(states, s -> s.content))
                .param("content_at", OrderStore.texts(states, s -> s.contentAt))
                .param("channel", OrderStore.texts(states, s -> s.channel))
                .param("store", OrderStore.texts(states, s -> s.store))
                .param("lines", states.stream().map(s -> s.lineCount).toArray(Integer[]::new))
                .param(
                        "adjustments",
                        states.stream().map(s -> s.adjustments).toArray(Integer[]::new))
                .update();
        parts.write(new ArrayList<>(states));
    }

    private void restate() {
        jdbc.sql(
                        """
                        update orders.orders o
                        set status = case
                            when not placed then 'credit-note'
                            when cancelled_at is not null then 'cancelled'
                            when refunded = 0 then 'completed'
                            when refunded + cancelled = total then 'refunded'
                            else 'partly-refunded' end
                        from taken_back t where t.number = o.number
                        """)
                .update();
    }
}
