package io.millrace.orders;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders by business key (the order number), for ever. Money is exact: lines are kept in millionths
 * of the major unit, an order's total is their sum rounded half-even once to minor units, and the
 * difference is kept beside it.
 */
public interface Orders {
    /**
     * Carries out the commands in the caller's transaction, set-based, and appends their facts. One
     * outcome a command, in order.
     */
    List<Outcome> record(List<Command> commands);

    /**
     * What can happen to an order. {@code profile} null: nobody is known for it; it is kept as an
     * anonymous order and has no facts.
     */
    sealed interface Command {
        String order();

        /**
         * A new order, or the same again (then {@link Outcome.Unchanged}), or a corrected one (an
         * adjustment).
         */
        record Place(
                String order,
                @Nullable ProfileId profile,
                Instant at,
                String currency,
                @Nullable Long total,
                @Nullable Long cost,
                @Nullable String channel,
                @Nullable String store,
                List<Line> lines,
                String source,
                boolean historical)
                implements Command {}

        /**
         * Gives back {@code amount} (positive minor units; null = everything that is left, or the
         * lines' sum).
         *
         * @param refund the refund's own number: the same number is the same refund, for ever
         * @param standalone true for a credit note whose order is not known here (a cancellation
         *     line in a file): it is recorded on its own and bounded by nothing
         */
        record Refund(
                String order,
                String refund,
                @Nullable ProfileId profile,
                Instant at,
                String currency,
                @Nullable Long amount,
                List<Line> lines,
                boolean standalone,
                String source,
                boolean historical)
                implements Command {}

        record Cancel(String order, Instant at, String source, boolean historical)
                implements Command {}
    }

    /**
     * @param unitPriceMicros millionths of the major unit; amountMicros is the whole line after
     *     discount
     */
    record Line(
            @Nullable String sku,
            @Nullable String name,
            @Nullable String category,
            long quantity,
            long unitPriceMicros,
            long amountMicros,
            @Nullable Long unitCostMicros) {}

    /** Answers of {@link #record}. */
    sealed interface Outcome {
        record Recorded(long amount) implements Outcome {}

        record Adjusted(long difference) implements Outcome {}

        record Unchanged() implements Outcome {}

        /** The order is not there (yet). */
        record UnknownOrder(String order) implements Outcome {}

        /** More would be given back than is left. */
        record RefundExceedsOrder(long asked, long left) implements Outcome {}

        record AlreadyCancelled() implements Outcome {}

        record CurrencyDiffers(String asked, String has) implements Outcome {}
    }

    /** Sums for the overview, over all orders, anonymous ones apart. */
    Totals totals(@Nullable Instant from, @Nullable Instant to);

    record Totals(
            long orders,
            long customersOrders,
            long revenue,
            long anonymousOrders,
            long anonymousRevenue,
            @Nullable String currency) {}
}
