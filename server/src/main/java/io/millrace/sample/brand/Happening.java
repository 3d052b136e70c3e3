package io.millrace.sample.brand;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened between a person and the brand. */
public sealed interface Happening {
    Instant at();

    /**
     * A page of the shop or the mini programme was looked at.
     *
     * @param anonymous true if it was not known yet who looked
     */
    record Viewed(Instant at, String path, String title, boolean anonymous) implements Happening {}

    /**
     * @param total what was paid, in fen; the sum of the lines
     * @param cost what the goods cost the brand, in fen
     */
    record Bought(
            Instant at,
            String order,
            String channel,
            @Nullable String store,
            List<Item> items,
            long total,
            long cost)
            implements Happening {}

    /**
     * @param amount what was given back, in fen, positive
     */
    record Refunded(Instant at, String order, String refund, long amount, List<Item> items)
            implements Happening {}

    record Cancelled(Instant at, String order, long amount) implements Happening {}

    /**
     * @param satisfaction 1 to 5, or 0 if it was not asked
     */
    record Served(
            Instant at, String type, String channel, String staff, int satisfaction, String order)
            implements Happening {}

    record Mailed(Instant at, String campaign, String channel) implements Happening {}

    record Responded(Instant at, String campaign, String channel, String response)
            implements Happening {}

    /**
     * @param role what the answer tells, such as {@code nps}
     * @param about what was rated, empty for nothing
     * @param brand of which brand, empty for the own one
     */
    record Answered(
            Instant at,
            String survey,
            String question,
            String answer,
            int score,
            String role,
            String about,
            String brand)
            implements Happening {}

    /**
     * A word on whether the brand may write to them for marketing.
     *
     * @param given false if the consent was taken back
     */
    record Consented(Instant at, String channel, boolean given) implements Happening {}

    /**
     * @param number the membership number of whom they brought, or what they said of somebody who
     *     never came
     */
    record Referred(Instant at, String number) implements Happening {}

    /**
     * Something was shared or said in public.
     *
     * @param event such as {@code Product Shared}
     */
    record Shared(Instant at, String event, String about) implements Happening {}

    /**
     * @param schedule days such as {@code TUE}, empty for always
     */
    record Tagged(
            Instant at,
            String category,
            String value,
            List<String> schedule,
            String source,
            String by)
            implements Happening {}

    /**
     * @param unitPrice what the list asked for one, in fen
     * @param amount what was paid for all of them, in fen
     */
    record Item(Product product, long quantity, long unitPrice, long amount) {}
}
