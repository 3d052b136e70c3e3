package io.millrace.orders;

import io.millrace.orders.Orders.AdjustmentView;
import io.millrace.orders.Orders.OrderHistory;
import io.millrace.orders.Orders.OrderQuery;
import io.millrace.orders.Orders.OrderView;
import io.millrace.orders.Orders.RefundView;
import io.millrace.orders.Orders.Totals;
import io.millrace.shared.Money;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about orders. */
@Component
final class OrderReading {
    private static final String RESTRICTED =
            """
            from orders.orders
            where (:text::text is null or number like :text escape '!')
              and (:profiles::uuid[] is null or profile = any(:profiles::uuid[]))
              and (:from::timestamptz is null or at >= :from::timestamptz)
              and (:to::timestamptz is null or at <= :to::timestamptz)
              and (:anonymous::boolean is null or (profile is null) = :anonymous::boolean)
              and (:asOf::timestamptz is null or at <= :asOf::timestamptz)
              and case :status::text
                  when 'sold' then placed and (cancelled_at is null
                      or cancelled_at > coalesce(:asOf::timestamptz, 'infinity'))
                  else :status::text is null or status = :status::text end
            """;

    private final JdbcClient jdbc;
    private final OrderParts parts;
    private final Workspace workspace;

    OrderReading(JdbcClient jdbc, OrderParts parts, Workspace workspace) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.workspace = workspace;
    }

    Page<OrderView> list(OrderQuery query, @Nullable String cursor, int limit, boolean withTotal) {
        OrderCursor after = cursor == null ? null : OrderCursor.read(cursor);
        String beyond = query.ascending() ? ">" : "<";
        String direction = query.ascending() ? "asc" : "desc";
        String sql =
                "select * "
                        + RESTRICTED
                        + " and (:at::timestamptz is null or (at, number) "
                        + beyond
                        + " (:at::timestamptz, :number::text)) order by at "
                        + direction
                        + ", number "
                        + direction
                        + " limit :limit";
        List<OrderView> found =
                restricted(jdbc.sql(sql), query)
                        .param("at", after == null ? null : after.at().toString())
                        .param("number", after == null ? null : after.number())
                        .param("limit", limit + 1)
                        .query(OrderReading::view)
                        .list();
        boolean more = found.size() > limit;
        List<OrderView> items = more ? found.subList(0, limit) : found;
        String next = more ? OrderCursor.of(items.getLast()).write() : null;
        Long total =
                withTotal
                        ? restricted(jdbc.sql("select count(*) " + RESTRICTED), query)
                                .query(Long.class)
                                .single()
                        : null;
        return new Page<>(items, next, total);
    }

    private static JdbcClient.StatementSpec restricted(
            JdbcClient.StatementSpec sql, OrderQuery query) {
        Set<ProfileId> customers = query.customers();
        return sql.param("text", beginning(query.text()))
                .param("profiles", customers == null ? null : uuids(customers))
                .param("from", text(query.from()))
                .param("to", text(query.to()))
                .param("anonymous", query.anonymous())
                .param("asOf", text(query.asOf()))
                .param("status", query.status());
    }

    private static @Nullable String beginning(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static @Nullable String[] uuids(Set<ProfileId> profiles) {
        return OrderStore.texts(profiles, ProfileId::value);
    }

    Optional<OrderHistory> find(String number) {
        return jdbc.sql("select * from orders.orders where number = :number")
                .param("number", number)
                .query((row, n) -> history(row))
                .optional();
    }

    private OrderHistory history(ResultSet row) throws SQLException {
        OrderView order = view(row, 0);
        String[] one = {order.number()};
        String currency = order.total().currency();
        List<RefundView> refunds =
                parts.refunds(one).getOrDefault(order.number(), List.of()).stream()
                        .map(refund ->
                                new RefundView(
                                        refund.refund(),
                                        refund.at(),
                                        new Money(refund.amount(), currency),
                                        refund.source(),
                                        refund.lines()))
                        .toList();
        return new OrderHistory(
                order,
                parts.lines(one).getOrDefault(order.number(), List.of()),
                refunds,
                adjustments(order.number(), currency),
                OrderStore.nullableInstant(row, "cancelled_at"));
    }

    private List<AdjustmentView> adjustments(String number, String currency) {
        return jdbc.sql(
                        """
                        select at, difference, source from orders.adjustments
                        where order_number = :number order by ordinal
                        """)
                .param("number", number)
                .query((row, n) ->
                        new AdjustmentView(
                                OrderStore.instant(row, "at"),
                                new Money(row.getLong("difference"), currency),
                                row.getString("source")))
                .list();
    }

    long count(Set<ProfileId> profiles) {
        return jdbc.sql("select count(*) from orders.orders where profile = any(:profiles::uuid[])")
                .param("profiles", uuids(profiles))
                .query(Long.class)
                .single();
    }

    Set<String> known(Set<String> numbers) {
        return new HashSet<>(
                jdbc.sql("select number from orders.orders where number = any(:numbers)")
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** The profile of each of these orders, as far as somebody is known for it. */
    Map<String, ProfileId> profiles(Set<String> numbers) {
        Map<String, ProfileId> found = new HashMap<>();
        jdbc.sql(
                        """
                        select number, profile from orders.orders
                        where number = any(:numbers) and profile is not null
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), new ProfileId(row.getObject(2, UUID.class)));
                });
        return found;
    }

    Totals totals(@Nullable Instant from, @Nullable Instant to) {
        String currency = workspace.settings().currency();
        return jdbc.sql(
                        """
                        select count(*) filter (where placed) orders,
                            count(*) filter (where placed and profile is not null) of_customers,
                            coalesce(sum(net), 0) revenue,
                            count(*) filter (where placed and profile is null
                                and (cancelled_at is null or cancelled_at
                                    > coalesce(:to::timestamptz, 'infinity'))) anonymous,
                            coalesce(sum(net) filter (where profile is null), 0) anonymous_revenue
                        from orders.orders
                        where (:currency::text is null or currency = :currency)
                          and (:from::timestamptz is null or at >= :from::timestamptz)
                          and (:to::timestamptz is null or at <= :to::timestamptz)
                        """)
                .param("currency", currency)
                .param("from", text(from))
                .param("to", text(to))
                .query((row, n) ->
                        new Totals(
                                row.getLong("orders"),
                                row.getLong("of_customers"),
                                row.getLong("revenue"),
                                row.getLong("anonymous"),
                                row.getLong("anonymous_revenue"),
                                currency))
                .single();
    }

    private static OrderView view(ResultSet row, int ignored) throws SQLException {
        String currency = row.getString("currency");
        UUID profile = row.getObject("profile", UUID.class);
        Long cost = row.getObject("cost", Long.class);
        long net = row.getLong("net");
        return new OrderView(
                row.getString("number"),
                profile == null ? null : new ProfileId(profile),
                OrderStore.instant(row, "at"),
                new Money(row.getLong("total"), currency),
                new Money(net, currency),
                new Money(row.getLong("refunded"), currency),
                cost == null ? null : new Money(net - cost, currency),
                row.getString("status"),
                row.getString("channel"),
                row.getString("store"),
                row.getInt("lines"),
                row.getString("source"),
                row.getLong("rounding_micros"));
    }
}
