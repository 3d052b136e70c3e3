package io.millrace.models.economics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The economics of loyalty: who stays, what a customer brings in each period since the first
 * purchase, and what it would be worth if more stayed. All from purchases that stood as of the
 * instant. Money in minor units; each number of people comes with {@code open}, the query of the
 * customer list that names exactly them.
 */
public interface Economics {
    /**
     * @param every how long a period of tenure is; null: a year, or the longest that tells who
     *     stays
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page page(@Nullable Every every, @Nullable Instant asOf);

    EconomicsSettings settings();

    Change change(EconomicsSettings settings);

    /** Answers of {@link #change}. */
    sealed interface Change {
        record Done(EconomicsSettings settings) implements Change {}

        /** Nothing was changed. */
        record Invalid(List<FieldProblem> errors) implements Change {}
    }

    /** How long a period of tenure is. */
    enum Every {
        @JsonProperty("year")
        YEAR(12),
        @JsonProperty("half")
        HALF(6),
        @JsonProperty("quarter")
        QUARTER(3);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    /**
     * @param customers who have bought
     * @param overall who stayed, over all periods; null where no period is over that could tell
     * @param steps by the period in which customers had bought
     * @param periods what a customer brought in each period of tenure that is over
     * @param lacking parts of the profit that neither data nor settings allow
     * @param worth null where nothing tells who stays
     */
    record Page(
            Instant asOf,
            @Nullable String currency,
            Every every,
            EconomicsSettings settings,
            Rates rates,
            int customers,
            String open,
            @Nullable Kept overall,
            List<Step> steps,
            List<Period> periods,
            List<Lack> lacking,
            @Nullable Worth worth) {}

    /**
     * What was counted by.
     *
     * @param marginFrom {@code settings}, {@code models} (their settings), {@code costs} or {@code
     *     revenue}: then nothing here is a profit
     * @param discountFrom {@code settings} or {@code models}
     * @param years null: without an end
     */
    record Rates(
            double margin,
            String marginFrom,
            double discountYearly,
            String discountFrom,
            double growthYearly,
            @Nullable Integer years,
            boolean atOnce) {}

    /** With the bounds of Wilson's 95 % interval. */
    record Kept(long of, long kept, double share, double low, double high) {}

    /**
     * @param period in which they had bought, from 1 on
     * @param kept those who bought in the next one too
     */
    record Step(int period, Kept kept, String open, String openKept, String openLeft) {}

    /**
     * @param period of tenure, from 1 on; 0 is what it costs to win a customer
     * @param reached customers for whom the period is over
     * @param customers those of them who bought in it; the figures are of one of these
     * @param priceIndex what they pay over what everybody pays for the same products in the same
     *     quarter; null where no lines tell
     * @param profit the sum of the parts; revenue where no margin is known
     */
    record Period(
            int period,
            int reached,
            String openReached,
            int customers,
            String open,
            double orders,
            long revenue,
            @Nullable Double priceIndex,
            long profit,
            List<Part> parts) {}

    /**
     * @param part {@code acquisition}, {@code base}, {@code frequency}, {@code order-value}, {@code
     *     cost-saving}, {@code referral} or {@code price-premium}
     */
    record Part(String part, long amount) {}

    /**
     * @param part as in {@link Part}, or {@code margin}
     * @param needs {@code margin}, {@code acquisition-cost}, {@code contact-cost}, {@code
     *     contacts}, {@code referrals} or {@code lines}: what would supply it
     */
    record Lack(String part, String needs) {}

    /**
     * What a customer of today is still worth, and what would change it.
     *
     * @param margin of a customer in a period
     * @param periods over how many customers' periods the margin is the mean
     * @param retention from period to period
     * @param multiple how many margins a customer is worth; null where they have no limit
     * @param customers who bought within the last period
     * @param value of one; null where it has no limit, as {@code total}
     * @param fresh how many bought for the first time within the last period
     * @param changes by how much they matter
     * @param curve by points of retention more or less
     */
    record Worth(
            double margin,
            long periods,
            double retention,
            double discount,
            @Nullable Double multiple,
            int customers,
            String open,
            @Nullable Long value,
            @Nullable Long total,
            int fresh,
            String openFresh,
            List<Lever> changes,
            List<Point> curve) {}

    /**
     * @param lever {@code retention}, {@code margin} (1 % more of itself), {@code discount} (a
     *     point less a year) or {@code acquisition-cost} (1 % less)
     * @param each change of one customer's value
     * @param elasticity per cent of value for 1 % of the lever, by the derivative; null where it
     *     has none
     * @param customers whom it concerns; {@code all} is the change for them together
     */
    record Lever(
            String lever,
            double from,
            double to,
            long each,
            @Nullable Double elasticity,
            int customers,
            String open,
            long all) {}

    /**
     * @param points of a hundred, more or less than now
     */
    record Point(int points, double retention, double multiple, long value, long total) {}
}
