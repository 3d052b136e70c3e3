package io.millrace.models.offers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.baskets.BoughtTogether.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers buy after what, how they move between price tiers, and what sells as a bundle.
 * Every number comes with {@code open}, the query of the customer list that names exactly those
 * whom it counts.
 */
public interface Following {
    /** What follows what within some days; see {@link io.millrace.kernel.model.basket.Sequence}. */
    Sequences sequences(SequenceQuestion question, @Nullable Instant asOf);

    /** Price tiers of each category; see {@link io.millrace.kernel.model.basket.Ladder}. */
    Ladders ladders(@Nullable Instant asOf);

    /**
     * What is bought together on one day; see {@link io.millrace.kernel.model.basket.Bundle}.
     *
     * @param support share of all days with a purchase, above 0, at most 1
     */
    Bundles bundles(By by, double support, @Nullable Instant asOf);

    /** What sequences are put in order by, the most first. */
    enum Order {
        @JsonProperty("lift")
        LIFT,
        @JsonProperty("confidence")
        CONFIDENCE,
        @JsonProperty("followed")
        FOLLOWED,
        @JsonProperty("waiting")
        WAITING
    }

    /**
     * @param days 1 to 730
     * @param least customers of a sequence, at least 1
     * @param confidence of a sequence, 0 to 1
     */
    record SequenceQuestion(By by, int days, int least, double confidence, Order order) {
        public SequenceQuestion {
            if (days < 1 || days > 730 || least < 1 || !(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException(
                        "days %d, least %d, confidence %s".formatted(days, least, confidence));
            }
        }
    }

    /**
     * @param customers with any purchase
     * @param found sequences; {@code rows} are the first of them, at most 200
     */
    record Sequences(
            Instant asOf, int days, int customers, int items, int found, List<SequenceRow> rows) {}

    /**
     * @param waiting customers whose last purchase of {@code first} is at most so many days ago and
     *     who have not bought {@code then} since
     */
    record SequenceRow(
            Item first,
            Item then,
            int began,
            String openBegan,
            int followed,
            String openFollowed,
            double support,
            double confidence,
            double chance,
            double lift,
            int waiting,
            String openWaiting) {}

    /**
     * @param currency of the prices; null if there is none yet
     */
    record Ladders(Instant asOf, @Nullable String currency, List<LadderOf> ladders) {}

    /**
     * @param moves by the tier of the first day, then by that of the last one
     * @param once by tier, customers with one day in the category
     * @param risen share of those with two days at least who ended in a dearer tier
     */
    record LadderOf(
            String category,
            int customers,
            List<Tier> tiers,
            List<List<Count>> moves,
            List<Count> once,
            @Nullable Double risen,
            @Nullable Double fallen) {}

    /** Minor units of one piece. */
    record Tier(int products, long lowest, long highest) {}

    record Count(int customers, String open) {}

    /**
     * @param visits days on which a customer bought anything
     * @param found bundles; {@code rows} are the first of them by lift, at most 100
     */
    record Bundles(
            Instant asOf, @Nullable String currency, int visits, int found, List<BundleRow> rows) {}

    /**
     * @param singles sum of the usual prices of one piece each, minor units
     * @param together what one piece of each came to where they were bought together
     * @param margin what is left of {@code singles} after the costs; null if a cost is unknown
     * @param all customers who bought all of it, whenever
     * @param missing customers who bought all but one of it
     */
    record BundleRow(
            List<Item> items,
            int count,
            double support,
            double lift,
            boolean maximal,
            long singles,
            long together,
            @Nullable Long margin,
            int all,
            String openAll,
            int missing,
            String openMissing) {}
}
