package io.millrace.models.offers;

import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.baskets.BoughtTogether.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon customers come back for a product, and whose last purchase runs out when. Every number
 * comes with {@code open}, the query of the customer list that names exactly those whom it counts.
 */
public interface Repurchasing {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page page(By by, @Nullable Instant asOf);

    /** The most pressing purchase of each customer that has any; in the order of their ids. */
    List<Due> mostPressing(@Nullable Instant asOf);

    /** Where a purchase stands between one and the next. */
    enum State {
        /** It runs out within {@link #SOON} days. */
        DUE,
        /** It ran out, up to twice the interval ago. */
        OVERDUE,
        /** It runs out later. */
        LATER,
        /** It ran out longer ago: the customer may never come back for it. */
        LAPSED
    }

    int SOON = 14;

    /**
     * @param items that were ever bought
     * @param replenished of them, those that are bought again and again
     * @param due customers with anything due within {@link #SOON} days
     * @param overdue customers with anything overdue
     * @param rows the items that are bought again and again first, each part by buyers; at most 200
     */
    record Page(
            Instant asOf,
            LocalDate today,
            int items,
            int replenished,
            int due,
            String openDue,
            int overdue,
            String openOverdue,
            List<Row> rows) {}

    /**
     * Days are of the product's own interval: see {@link
     * io.millrace.kernel.model.basket.Repurchase}; null without any.
     */
    record Row(
            Item item,
            @Nullable String category,
            boolean replenishes,
            int buyers,
            String openBuyers,
            int again,
            String openAgain,
            int intervals,
            double withinYear,
            @Nullable Double lower,
            @Nullable Double median,
            @Nullable Double upper,
            boolean perUnit,
            int due,
            String openDue,
            int overdue,
            String openOverdue,
            List<Point> curve) {}

    /** By so many days, this share of purchases is followed by the next one. */
    record Point(double days, double share) {}

    /**
     * @param on the day on which it runs out
     * @param open products that are due or overdue
     */
    record Due(
            int row,
            long customerHigh,
            long customerLow,
            Item item,
            @Nullable String category,
            LocalDate on,
            State state,
            int open) {}
}
