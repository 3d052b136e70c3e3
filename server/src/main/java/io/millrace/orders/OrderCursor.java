package io.millrace.orders;

import io.millrace.orders.Orders.OrderView;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The place in a list of orders after which the next page begins. */
record OrderCursor(Instant at, String number) {
    static OrderCursor of(OrderView order) {
        return new OrderCursor(order.at(), order.number());
    }

    String write() {
        String text = at + "|" + number;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws IllegalArgumentException if the text was not written by {@link #write}
     */
    static OrderCursor read(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        try {
            return new OrderCursor(Instant.parse(text.substring(0, bar)), text.substring(bar + 1));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
    }
}
