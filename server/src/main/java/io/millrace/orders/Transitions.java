package io.millrace.orders;

import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Line;
import io.millrace.orders.Orders.Outcome;
import io.millrace.shared.Money;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each command does to an order, and which facts tell of it. Pure but for its arguments. */
final class Transitions {
    private final OrderFacts facts;
    private final UnitCosts costs;

    Transitions(OrderFacts facts, UnitCosts costs) {
        this.facts = facts;
        this.costs = costs;
    }

    Outcome apply(OrderState state, Command command) {
        return switch (command) {
            case Command.Place place -> place(state, place);
            case Command.Refund refund -> refund(state, refund);
            case Command.Cancel cancel -> cancel(state, cancel);
        };
    }

    private Outcome place(OrderState state, Command.Place place) {
        if (!state.exists()) {
            begin(state, place.profile(), place.at(), place.currency(), place);
            return first(state, place);
        }
        if (!state.currency.equals(place.currency())) {
            return new Outcome.CurrencyDiffers(place.currency(), state.currency);
        }
        boolean attached = attach(state, place.profile());
        if (!state.placed) {
            return first(state, place);
        }
        if (Content.of(place).equals(state.content) || place.at().isBefore(state.contentAt)) {
            return attached ? new Outcome.Adjusted(0) : new Outcome.Unchanged();
        }
        if (state.cancelledAt != null) {
            return new Outcome.AlreadyCancelled();
        }
        return correct(state, place, attached);
    }

    private static void begin(
            OrderState state,
            @Nullable ProfileId profile,
            Instant at,
            String currency,
            Command command) {
        state.profile = profile == null ? null : profile.value();
        state.at = at;
        state.contentAt = at;
        state.currency = currency;
        switch (command) {
            case Command.Place place -> {
                state.source = place.source();
                state.historical = place.historical();
            }
            case Command.Refund refund -> {
                state.source = refund.source();
                state.historical = refund.historical();
            }
            case Command.Cancel cancel -> {
                state.source = cancel.source();
                state.historical = cancel.historical();
            }
        }
    }

    private Outcome first(OrderState state, Command.Place place) {
        List<Line> lines = costs.fill(place.lines(), place.currency());
        Figures figures = Figures.of(place, lines);
        if (figures.total() < state.refunded) {
            return new Outcome.RefundExceedsOrder(state.refunded, figures.total());
        }
        state.at = place.at();
        state.contentAt = place.at();
        state.content = Content.of(place);
        state.placed = true;
        state.channel = place.channel();
        state.store = place.store();
        figures.into(state);
        state.replaceLines(lines);
        state.changed = true;
        facts.completed(state, state.cost);
        return new Outcome.Recorded(state.total);
    }

    private Outcome correct(OrderState state, Command.Place place, boolean attached) {
        List<Line> before = state.lines;
        List<Line> lines =
                place.lines().isEmpty() ? before : costs.fill(place.lines(), place.currency());
        Figures figures = Figures.of(place, lines);
        if (figures.total() < state.refunded) {
            return new Outcome.RefundExceedsOrder(state.refunded, figures.total());
        }
        long difference = figures.total() - state.total;
        Long costBefore = state.cost;
        state.newAdjustments.add(snapshot(state, place, difference));
        state.adjustments++;
        state.content = Content.of(place);
        state.contentAt = place.at();
        state.channel = place.channel() == null ? state.channel : place.channel();
        state.store = place.store() == null ? state.store : place.store();
        figures.into(state);
        if (!lines.equals(before)) {
            state.replaceLines(lines);
        }
        state.changed = true;
        facts.adjusted(state, place, difference, costBefore, before);
        boolean same = difference == 0 && lines.equals(before) && !attached;
        return same ? new Outcome.Unchanged() : new Outcome.Adjusted(difference);
    }

    private static OrderState.AdjustmentRow snapshot(
            OrderState state, Command.Place place, long difference) {
        return new OrderState.AdjustmentRow(
                state.adjustments + 1,
                place.at(),
                difference,
                state.total,
                state.cost,
                state.roundingMicros,
                state.content,
                state.contentAt,
                state.channel,
                state.store,
                state.lines,
                place.source());
    }

    private Outcome refund(OrderState state, Command.Refund refund) {
        if (!state.exists()) {
            if (!refund.standalone()) {
                return new Outcome.UnknownOrder(refund.order());
            }
            begin(state, refund.profile(), refund.at(), refund.currency(), refund);
        } else if (!state.placed && !refund.standalone()) {
            return new Outcome.UnknownOrder(refund.order());
        }
        if (!state.currency.equals(refund.currency())) {
            return new Outcome.CurrencyDiffers(refund.currency(), state.currency);
        }
        boolean attached = attach(state, refund.profile());
        if (state.refundNumbers.contains(refund.refund())) {
            return attached ? new Outcome.Adjusted(0) : new Outcome.Unchanged();
        }
        return give(state, refund);
    }

    private Outcome give(OrderState state, Command.Refund refund) {
        long perMinor = Money.microsPerMinor(refund.currency());
        List<Line> lines = costs.fill(refund.lines(), refund.currency());
        Long asked = refund.amount();
        long exact = LineSums.micros(lines);
        boolean summed = asked == null && !lines.isEmpty();
        long amount =
                asked != null ? asked : summed ? Money.roundMicros(exact, perMinor) : left(state);
        if (amount < 0) {
            throw new IllegalArgumentException("a refund of a negative amount: " + amount);
        }
        if (state.placed && amount > state.left()) {
            return new Outcome.RefundExceedsOrder(amount, state.left());
        }
        OrderState.RefundRow row =
                new OrderState.RefundRow(
                        refund.refund(),
                        refund.at(),
                        amount,
                        LineSums.cost(lines, perMinor),
                        summed ? Math.multiplyExact(amount, perMinor) - exact : 0,
                        refund.source(),
                        refund.historical(),
                        lines);
        state.add(row);
        facts.refunded(state, row);
        return new Outcome.Recorded(amount);
    }

    private static long left(OrderState state) {
        return state.placed ? state.left() : 0;
    }

    private Outcome cancel(OrderState state, Command.Cancel cancel) {
        if (!state.exists() || !state.placed) {
            return new Outcome.UnknownOrder(cancel.order());
        }
        if (state.cancelledAt != null) {
            return new Outcome.AlreadyCancelled();
        }
        long rest = state.left();
        Long costBefore = state.cost;
        state.cancelled = rest;
        state.cancelledAt = cancel.at();
        state.cancelledBy = cancel.source();
        state.cost = costBefore == null ? null : (Long) 0L;
        state.changed = true;
        facts.cancelled(state, rest, costBefore, cancel.historical());
        return new Outcome.Recorded(rest);
    }

    /** An order of nobody known becomes this profile's, with all that happened to it so far. */
    private boolean attach(OrderState state, @Nullable ProfileId profile) {
        UUID known = state.profile;
        if (profile == null || known != null) {
            return false;
        }
        state.profile = profile.value();
        state.changed = true;
        facts.history(state);
        return true;
    }

    /** What an order comes to. */
    private record Figures(long total, @Nullable Long cost, long roundingMicros) {
        static Figures of(Command.Place place, List<Line> lines) {
            long perMinor = Money.microsPerMinor(place.currency());
            Long cost = place.cost() != null ? place.cost() : LineSums.cost(lines, perMinor);
            Long stated = place.total();
            if (stated != null) {
                return new Figures(stated, cost, 0);
            }
            long exact = LineSums.micros(lines);
            long total = Money.roundMicros(exact, perMinor);
            return new Figures(total, cost, Math.multiplyExact(total, perMinor) - exact);
        }

        void into(OrderState state) {
            state.total = total;
            state.cost = cost == null ? null : (Long) (cost - state.costReturned);
            state.roundingMicros = roundingMicros;
        }
    }
}
