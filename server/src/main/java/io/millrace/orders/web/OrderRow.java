package io.millrace.orders.web;

import io.millrace.customers.Customers;
import io.millrace.orders.Orders.OrderView;
import io.millrace.shared.Money;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
record OrderRow(
        String number,
        @Nullable ProfileId customer,
        Instant at,
        Money total,
        Money net,
        Money refunded,
        @Nullable Money profit,
        String status,
        @Nullable String channel,
        @Nullable String store,
        int lines,
        String source,
        long roundingMicros) {
    static OrderRow of(OrderView order, Customers customers) {
        ProfileId profile = order.profile();
        return new OrderRow(
                order.number(),
                profile == null ? null : customers.rootOf(profile),
                order.at(),
                order.total(),
                order.net(),
                order.refunded(),
                order.profit(),
                order.status(),
                order.channel(),
                order.store(),
                order.lines(),
                order.source(),
                order.roundingMicros());
    }
}
