package io.millrace.models.response;

import io.millrace.kernel.model.response.Deals;
import io.millrace.kernel.model.response.DemandRules;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How units answer to prices and promotions, and who buys on a deal more often than others. A deal
 * is a purchase at least 5 % below the list price ({@link Deals#LEAST}). Looks back over the {@link
 * #DAYS} days before an instant, at what identified customers bought and kept.
 */
public interface Responses {
    int DAYS = DemandRules.USUAL.weeks() * 7;

    /** Below this index a customer pays the full price; the index is 1 for everybody together. */
    double FULL_PRICE = 0.9;

    /** From here a customer looks at prices. */
    double AWARE = 1.1;

    /** From here a customer seeks deals. */
    double SEEKER = 1.3;

    /** With fewer purchases that could have been on a deal or not, a customer is in no class. */
    int FEWEST_CHOICES = 3;

    /**
     * By category, with the months.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Demands demands(@Nullable Instant asOf);

    /**
     * By customer, in the order of their ids.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Buying buying(@Nullable Instant asOf);

    /**
     * @param items purchases of one product on one day
     * @param deals of them, on a deal
     * @param listed of them, with a list price
     * @param leastProducts that a category needs to be told by itself
     * @param price what is to be believed of the elasticity of a category of which nothing is
     *     known; null if none is known
     * @param promotion the same of the effect of a promotion
     * @param categories by units, the most first
     * @param months in the order of time
     */
    record Demands(
            Instant asOf,
            int items,
            int deals,
            int listed,
            int leastProducts,
            @Nullable Estimate price,
            @Nullable Estimate promotion,
            List<Category> categories,
            List<Month> months) {}

    /**
     * One category, or the products without one.
     *
     * @param category null for products without one
     * @param products that were sold
     * @param used of these, those that sell in most weeks: only they tell something
     * @param changed of the used, those whose list price changed
     * @param promotions weeks of a product with a promotion
     * @param depth mean share of the price that was not paid on a deal; null without any
     * @param price elasticity of units in the list price
     * @param promotion logarithm of how many times as much is sold on a promotion
     * @param after the same in the week after it
     * @param gained units that promotions brought; null where it is not known
     * @param lost units that the weeks after them lacked; null where it is not known
     * @param buyers customers who bought of it on a deal
     * @param open the query of the customer list that names them
     */
    record Category(
            @Nullable String category,
            int products,
            int used,
            int changed,
            int promotions,
            long units,
            long dealUnits,
            @Nullable Double depth,
            Answer price,
            Answer promotion,
            Answer after,
            @Nullable Double gained,
            @Nullable Double lost,
            int buyers,
            String open) {}

    /**
     * @param raw from the category alone; null if it is not told
     * @param lack why it is not: {@code products}, {@code changes}, {@code together} or {@code
     *     parted}
     * @param shrunk drawn towards the other categories; where there is no raw estimate, what these
     *     say; null if they say nothing
     */
    record Answer(@Nullable Estimate raw, @Nullable String lack, @Nullable Estimate shrunk) {}

    /** A value with its 95 % interval. */
    record Estimate(double value, double low, double high) {}

    /**
     * @param customers who bought on a deal
     * @param open the query of the customer list that names them
     */
    record Month(YearMonth month, int items, int deals, int customers, String open) {}

    /** Answers of {@link #buying}. */
    sealed interface Buying {
        /**
         * @param spread see {@link io.millrace.kernel.model.response.DealOdds}
         */
        record Known(double spread, List<Buyer> buyers) implements Buying {}

        /** Too few purchases could have been on a deal or not. */
        record TooFewDeals(int has, int needs) implements Buying {}
    }

    /**
     * @param orders days with a purchase
     * @param items purchases of one product on one day
     * @param deals of them, on a deal
     * @param choices of them, those whose chance to be on a deal was between 5 and 95 %
     * @param expected the share of deals to be expected of the choices; 0 without any
     * @param index how many times as often as expected they choose a deal, drawn towards 1
     * @param reliability how much of the index is the customer's own, 0 to 1
     * @param depth mean share of the price that was not paid on a deal; NaN without any
     * @param price what they pay against what others pay for the same products in the same half
     *     year, drawn towards 1
     * @param favourite the category that they bought on a deal most often
     * @param spent minor units
     */
    record Buyer(
            long customerHigh,
            long customerLow,
            int orders,
            int items,
            int deals,
            int choices,
            double expected,
            double index,
            double reliability,
            double depth,
            double price,
            @Nullable String favourite,
            long spent) {
        /** The class that the thresholds of {@link Responses} give. */
        public Kind kind() {
            if (choices < FEWEST_CHOICES) {
                return Kind.UNKNOWN;
            }
            if (index >= SEEKER) {
                return Kind.SEEKER;
            }
            return index >= AWARE ? Kind.AWARE : index >= FULL_PRICE ? Kind.INDIFFERENT : Kind.FULL;
        }
    }

    /** How somebody answers to deals. */
    enum Kind {
        SEEKER,
        AWARE,
        INDIFFERENT,
        FULL,
        /** Too few purchases to tell. */
        UNKNOWN
    }
}
