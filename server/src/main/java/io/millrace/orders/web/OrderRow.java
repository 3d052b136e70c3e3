package io.millrace.orders.web;

import io.millrace.customers.CustomerFiles.Called;
import io.millrace.orders.Orders.OrderView;
import io.millrace.shared.Money;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param buyer how the customer is called, for who reads this; null for orders of nobody known
 */
record OrderRow(
        String number,
        @Nullable ProfileId customer,
        @Nullable Called buyer,
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
    static OrderRow of(OrderView order, Map<ProfileId, Called> called) {
        Called buyer = order.profile() == null ? null : called.get(order.profile());
        return new OrderRow(
                order.number(),
                buyer == null ? null : buyer.customer(),
                buyer,
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
