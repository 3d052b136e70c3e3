package io.millrace.orders;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.orders.Orders.Line;
import io.millrace.shared.Ids;
import io.millrace.shared.Money;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts that tell of what happened to orders, gathered for one append. Facts that move money
 * have a natural key; a line's have none, for the order's row, locked, sees to it that they are
 * told once.
 */
final class OrderFacts {
    private final Ids ids;
    private final Instant now;
    private final List<NewFact.Encoded> gathered = new ArrayList<>();

    OrderFacts(Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
    }

    List<NewFact.Encoded> gathered() {
        return gathered;
    }

    /** Those of these orders only, if some are left out. */
    List<NewFact.Encoded> of(Set<String> numbers, boolean someLeftOut) {
        return someLeftOut
                ? gathered.stream().filter(fact -> numbers.contains(fact.subject())).toList()
                : gathered;
    }

    /** Everything up to now of an order that was nobody's. */
    void history(OrderState state) {
        if (state.placed) {
            completed(state, grossCost(state));
        }
        for (OrderState.RefundRow refund : state.refunds) {
            refunded(state, refund);
        }
        for (OrderState.RefundRow refund : state.newRefunds) {
            refunded(state, refund);
        }
        Instant cancelledAt = state.cancelledAt;
        if (cancelledAt != null) {
            cancelled(state, state.cancelled, null, state.historical);
        }
    }

    private static @Nullable Long grossCost(OrderState state) {
        Long net = state.cost;
        if (net == null) {
            return null;
        }
        long gross = net;
        for (OrderState.RefundRow refund : state.refunds) {
            Long back = refund.cost();
            gross += back == null ? 0 : back;
        }
        return gross;
    }

    void completed(OrderState state, @Nullable Long cost) {
        Attributes.Writer attributes = Attributes.writer().whole("lines", state.lineCount);
        cost(attributes, cost);
        text(attributes, "channel", state.channel);
        text(attributes, "store", state.store);
        add(
                state,
                new Told(Kinds.ORDER_COMPLETED, state.at, state.source, state.historical),
                state.total,
                attributes.done(),
                "completed");
        Told told = new Told(Kinds.ORDER_ITEM, state.at, state.source, state.historical);
        items(state, told, state.lines, 1);
    }

    void adjusted(
            OrderState state,
            Orders.Command.Place place,
            long difference,
            @Nullable Long costBefore,
            List<Line> before) {
        Told told = new Told(Kinds.ORDER_ADJUSTED, place.at(), place.source(), place.historical());
        Long cost = state.cost;
        Long change = cost == null || costBefore == null ? null : (Long) (cost - costBefore);
        if (difference != 0 || (change != null && change != 0)) {
            Attributes.Writer attributes = Attributes.writer();
            cost(attributes, change);
            add(state, told, difference, attributes.done(), "adjusted|" + state.adjustments);
        }
        List<Line> gone = new ArrayList<>(before);
        List<Line> come = new ArrayList<>(state.lines);
        for (Line line : before) {
            if (come.remove(line)) {
                gone.remove(line);
            }
        }
        items(state, told.as(Kinds.ORDER_ITEM_REFUNDED), gone, -1);
        items(state, told.as(Kinds.ORDER_ITEM), come, 1);
    }

    void refunded(OrderState state, OrderState.RefundRow refund) {
        Told told =
                new Told(Kinds.ORDER_REFUNDED, refund.at(), refund.source(), refund.historical());
        Attributes.Writer attributes = Attributes.writer().text("refund", refund.refund());
        Long cost = refund.cost();
        if (state.placed) {
            cost(attributes, cost == null ? null : (Long) (-cost));
        }
        add(state, told, -refund.amount(), attributes.done(), "refunded|" + refund.refund());
        items(state, told.as(Kinds.ORDER_ITEM_REFUNDED), refund.lines(), -1);
    }

    void cancelled(OrderState state, long rest, @Nullable Long costBefore, boolean historical) {
        Instant at = state.cancelledAt == null ? state.at : state.cancelledAt;
        String source = state.cancelledBy == null ? state.source : state.cancelledBy;
        Attributes.Writer attributes = Attributes.writer();
        cost(attributes, costBefore == null ? null : (Long) (-costBefore));
        add(
                state,
                new Told(Kinds.ORDER_CANCELLED, at, source, historical),
                -rest,
                attributes.done(),
                "cancelled");
    }

    private void items(OrderState state, Told told, List<Line> lines, int sign) {
        UUID profile = state.profile;
        if (profile == null) {
            return;
        }
        long perMinor = Money.microsPerMinor(state.currency);
        for (Line line : lines) {
            if (line.sku() == null && line.name() == null) {
                continue;
            }
            gathered.add(
                    new NewFact.Encoded(
                            ids.next(),
                            profile,
                            told.kind(),
                            told.at(),
                            now,
                            state.number,
                            sign * Money.roundMicros(line.amountMicros(), perMinor),
                            state.currency,
                            attributes(line),
                            told.source(),
                            told.historical(),
                            null));
        }
    }

    private static Attributes attributes(Line line) {
        Attributes.Writer attributes =
                Attributes.writer()
                        .whole("quantity", line.quantity())
                        .real("price", line.unitPriceMicros() / (double) Money.MICROS);
        text(attributes, "sku", line.sku());
        text(attributes, "name", line.name());
        text(attributes, "category", line.category());
        return attributes.done();
    }

    private void add(OrderState state, Told told, long amount, Attributes attributes, String what) {
        UUID profile = state.profile;
        if (profile == null) {
            return;
        }
        gathered.add(
                new NewFact.Encoded(
                        ids.next(),
                        profile,
                        told.kind(),
                        told.at(),
                        now,
                        state.number,
                        amount,
                        state.currency,
                        attributes,
                        told.source(),
                        told.historical(),
                        Content.key("order|" + state.number + "|" + what)));
    }

    private static void text(Attributes.Writer attributes, String name, @Nullable String text) {
        if (text != null) {
            attributes.text(name, text);
        }
    }

    private static void cost(Attributes.Writer attributes, @Nullable Long cost) {
        if (cost != null) {
            attributes.whole("cost", cost);
        }
    }

    private record Told(String kind, Instant at, String source, boolean historical) {
        Told as(String other) {
            return new Told(other, at, source, historical);
        }
    }
}
