package io.millrace.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.customers.Customers;
import io.millrace.customers.Facets;
import io.millrace.shared.Money;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each customer is worth: orders, net revenue and profit in the reporting currency. */
@Component
final class OrderValue implements Facets {
    private static final String SUMS =
            """
            with mine as (
                select g.root, o.* from unnest(:profiles::uuid[], :roots::uuid[]) g (profile, root)
                join orders.orders o on o.profile = g.profile
                where :currency::text is null or o.currency = :currency),
            moved as (
                select root, number, placed, at,
                    case when placed then total - coalesce((select sum(a.difference)
                        from orders.adjustments a where a.order_number = number), 0)
                        else 0 end amount,
                    (cancelled_at is not null
                        and (:at::timestamptz is null or cancelled_at <= :at::timestamptz)) gone
                from mine where :at::timestamptz is null or at <= :at::timestamptz),
            amounts as (
                select root, amount from moved
                union all
                select m.root, a.difference from mine m
                join orders.adjustments a on a.order_number = m.number
                where :at::timestamptz is null or a.at <= :at::timestamptz
                union all
                select m.root, -r.amount from mine m
                join orders.refunds r on r.order_number = m.number
                where :at::timestamptz is null or r.at <= :at::timestamptz
                union all
                select root, -cancelled from mine
                where cancelled_at is not null
                    and (:at::timestamptz is null or cancelled_at <= :at::timestamptz)),
            revenue as (select root, sum(amount)::bigint revenue from amounts group by root),
            counts as (
                select root, count(*) filter (where placed and not gone) orders,
                    max(at) filter (where placed and not gone) last_at
                from moved group by root),
            profits as (
                select root, case when bool_and(cost is not null or not placed)
                    then sum(net - coalesce(cost, 0))::bigint end profit
                from mine group by root)
            select root, orders, last_at, revenue, profit,
                (select min(currency) from mine) currency
            from revenue join counts using (root) join profits using (root)
            """;

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Workspace workspace;
    private final Timelines timelines;

    OrderValue(JdbcClient jdbc, Customers customers, Workspace workspace, Timelines timelines) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.workspace = workspace;
        this.timelines = timelines;
    }

    @Override
    public String name() {
        return "value";
    }

    @Override
    public Map<ProfileId, Value> of(Set<ProfileId> roots, @Nullable Instant asOf) {
        Map<ProfileId, ProfileId> rootOf = customers.members(roots);
        String home = workspace.settings().currency();
        PastCosts past = asOf == null ? null : PastCosts.of(timelines, rootOf, home, asOf);
        Map<ProfileId, Value> values = new HashMap<>();
        jdbc.sql(SUMS)
                .param("profiles", OrderStore.texts(rootOf.keySet(), ProfileId::value))
                .param(
                        "roots",
                        OrderStore.texts(rootOf.entrySet(), entry -> entry.getValue().value()))
                .param("currency", home)
                .param("at", OrderReading.text(asOf))
                .query(row -> {
                    ProfileId root = new ProfileId(row.getObject("root", UUID.class));
                    String currency = row.getString("currency");
                    long revenue = row.getLong("revenue");
                    Long profit =
                            past == null
                                    ? row.getObject("profit", Long.class)
                                    : less(revenue, past.of(root));
                    values.put(
                            root,
                            new Value(
                                    row.getLong("orders"),
                                    new Money(revenue, currency),
                                    OrderStore.nullableInstant(row, "last_at"),
                                    profit == null ? null : new Money(profit, currency)));
                });
        return values;
    }

    private static @Nullable Long less(long revenue, @Nullable Long cost) {
        return cost == null ? null : (Long) (revenue - cost);
    }

    /**
     * @param profit net less cost, null where a cost is unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(long orders, Money revenue, @Nullable Instant lastOrderAt, @Nullable Money profit)
            implements Facet {}
}
