package io.millrace.orders;

import io.millrace.shared.Money;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
         * adjustment by the difference). Among several contents the one with the latest {@code at}
         * wins, so an old one that arrives late changes nothing. Empty lines and null channel,
         * store and cost keep what is known. A profile given later attaches the order to it.
         *
         * @param total minor units; null = the lines' sum
         * @param cost minor units; null = from the lines' or the catalogue's unit costs, if all are
         *     known
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
         * Gives back {@code amount} (positive minor units; null = the lines' sum, or everything
         * that is left if there are none).
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

    /** Orders, newest first unless asked otherwise. */
    Page<OrderView> list(OrderQuery query, @Nullable String cursor, int limit, boolean withTotal);

    /** One order with its lines and everything that happened to it. */
    Optional<OrderHistory> find(String number);

    /** How many orders and credit notes these profiles have. */
    long count(Set<ProfileId> profiles);

    /** Which of these numbers are recorded, whoever recorded them. */
    Set<String> known(Set<String> numbers);

    /**
     * Takes back everything that this source did to orders, in the caller's transaction: its orders
     * go, its refunds are given back, its corrections are reversed. Facts are not touched: {@code
     * Timelines.removeSource} does that.
     */
    TakenBack takeBack(String source);

    /** Answers of {@link #takeBack}. */
    sealed interface TakenBack {
        record Done(long orders, long refunds, long adjustments) implements TakenBack {}

        /** Something later was built on what this source did; nothing was changed. */
        record LaterChanges(long orders) implements TakenBack {}
    }

    /**
     * What to list; null means no restriction.
     *
     * @param text an order number, or the beginning of one
     * @param customers the profiles of one customer
     * @param anonymous true: only orders of nobody known; false: only those of customers
     * @param status a {@link OrderView#status}, or {@code sold}: every purchase that was not
     *     cancelled (by {@code asOf}, if given), as figures count them
     * @param asOf only orders that were placed by then
     * @param ascending oldest first
     */
    record OrderQuery(
            @Nullable String text,
            @Nullable Set<ProfileId> customers,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean anonymous,
            @Nullable String status,
            @Nullable Instant asOf,
            boolean ascending) {}

    /**
     * An order as lists show it.
     *
     * @param profit net less cost, null if a cost is unknown
     * @param status completed, refunded, partly-refunded, cancelled or credit-note
     * @param roundingMicros the total less the exact sum of its lines, in millionths of the major
     *     unit
     */
    record OrderView(
            String number,
            @Nullable ProfileId profile,
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
            long roundingMicros) {}

    /** An order with its current lines, its refunds and its corrections, oldest first. */
    record OrderHistory(
            OrderView order,
            List<Line> lines,
            List<RefundView> refunds,
            List<AdjustmentView> adjustments,
            @Nullable Instant cancelledAt) {}

    record RefundView(String refund, Instant at, Money amount, String source, List<Line> lines) {}

    record AdjustmentView(Instant at, Money difference, String source) {}

    record Totals(
            long orders,
            long customersOrders,
            long revenue,
            long anonymousOrders,
            long anonymousRevenue,
            @Nullable String currency) {}
}
