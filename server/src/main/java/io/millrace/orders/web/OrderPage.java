package io.millrace.orders.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.millrace.customers.CustomerFiles.Called;
import io.millrace.orders.Orders.AdjustmentView;
import io.millrace.orders.Orders.Line;
import io.millrace.orders.Orders.OrderHistory;
import io.millrace.orders.Orders.RefundView;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order with all that happened to it. */
record OrderPage(
        @JsonUnwrapped OrderRow order,
        List<Line> items,
        List<RefundView> refunds,
        List<AdjustmentView> adjustments,
        @Nullable Instant cancelledAt) {
    static OrderPage of(OrderHistory history, Map<ProfileId, Called> called) {
        return new OrderPage(
                OrderRow.of(history.order(), called),
                history.lines(),
                history.refunds(),
                history.adjustments(),
                history.cancelledAt());
    }
}
