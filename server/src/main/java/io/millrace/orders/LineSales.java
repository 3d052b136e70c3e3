package io.millrace.orders;

import io.millrace.catalog.ProductSales;
import io.millrace.shared.Money;
import io.millrace.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How products sell, from the lines of orders and refunds. */
@Component
final class LineSales implements ProductSales {
    private final JdbcClient jdbc;
    private final Workspace workspace;

    LineSales(JdbcClient jdbc, Workspace workspace) {
        this.jdbc = jdbc;
        this.workspace = workspace;
    }

    @Override
    public Map<String, Sold> of(Set<String> skus) {
        String currency = workspace.settings().currency();
        Map<String, Sold> sold = new HashMap<>();
        jdbc.sql(
                        """
                        with moved as (
                            select order_number, sku, quantity, amount_micros from orders.lines
                            where sku = any(:skus)
                            union all
                            select order_number, sku, -quantity, -amount_micros
                            from orders.refund_lines where sku = any(:skus))
                        select sku, sum(quantity)::bigint units,
                            (sum(amount_micros) filter (where o.currency = :currency))::bigint micros
                        from moved m join orders.orders o on o.number = m.order_number
                        where o.cancelled_at is null
                        group by sku
                        """)
                .param("skus", skus.toArray(String[]::new))
                .param("currency", currency)
                .query(row -> {
                    Long micros = row.getObject("micros", Long.class);
                    sold.put(
                            row.getString("sku"),
                            new Sold(row.getLong("units"), money(micros, currency)));
                });
        return sold;
    }

    private static @Nullable Money money(@Nullable Long micros, @Nullable String currency) {
        return micros == null || currency == null
                ? null
                : new Money(Money.roundMicros(micros, Money.microsPerMinor(currency)), currency);
    }
}
