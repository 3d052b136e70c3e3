package io.millrace.models.growth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New customers per period with the curve that they follow, and cohorts of those who first bought
 * in one month. A customer is new with the first purchase that was not cancelled. Each number comes
 * with {@code open}: the query of the customer list that names exactly those whom it counts.
 */
public interface Growth {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page curve(Every every, @Nullable Instant asOf);

    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Cohorts cohorts(@Nullable Instant asOf);

    /** How long a period is; weeks begin on Monday. */
    enum Every {
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }

    /**
     * @param periods from the first purchase of anybody on; the last may not be over
     * @param complete how many of them are over; the fit goes by these
     * @param needed so many are needed for a fit
     * @param forms all that could be fitted, the best first; empty where periods are too few
     * @param outlook by the best form; null without one
     */
    record Page(
            Instant asOf,
            Every every,
            int customers,
            String open,
            List<Period> periods,
            int complete,
            int needed,
            List<Form> forms,
            @Nullable Outlook outlook) {}

    /**
     * @param to inclusive
     * @param customers new ones
     * @param orders of everybody, cancelled ones not counted
     * @param total customers until the end of the period
     * @param fitted new customers by the best form; null without one
     */
    record Period(
            LocalDate from,
            LocalDate to,
            int customers,
            int orders,
            int total,
            @Nullable Double fitted,
            String open) {}

    /**
     * @param form such as {@code logistic} or {@code bass-density}
     * @param behind AICc less that of the best form
     * @param weight Akaike weight: how likely this form is the best of those tried, 0 to 1
     * @param ceiling all customers who will ever come; null where the form has none
     * @param peak period in which new customers are most; null where there is none
     */
    record Form(
            String form,
            List<Parameter> parameters,
            double residualSumOfSquares,
            double aicc,
            double behind,
            double weight,
            @Nullable Double ceiling,
            @Nullable LocalDate peak) {}

    record Parameter(String name, @Nullable Double value, @Nullable Double standardError) {}

    /**
     * @param stage {@code cold-start}, {@code growth}, {@code mature} or {@code decline}
     * @param ceiling null where the form has none; {@code ceilingLow} and {@code ceilingHigh} bound
     *     the interval
     * @param turned true if new customers were most in a period that is over
     * @param told true if the data tell the ceiling: the turning point is over and the interval's
     *     upper bound is at most twice the lower
     * @param level share of cases that the intervals are meant to hold
     * @param draws behind the intervals
     * @param holdOut null where the series is too short to hold a part of it back
     */
    record Outlook(
            String stage,
            @Nullable Double ceiling,
            @Nullable Double ceilingLow,
            @Nullable Double ceilingHigh,
            boolean turned,
            boolean told,
            double level,
            int draws,
            List<Ahead> ahead,
            @Nullable HoldOut holdOut) {}

    record Ahead(
            LocalDate from,
            double expected,
            double low,
            double high,
            double total,
            double totalLow,
            double totalHigh) {}

    /**
     * The last periods, foretold from those before them.
     *
     * @param form that was best before them
     * @param inside how many of them lay in the interval
     */
    record HoldOut(int periods, String form, int inside, double expected, double happened) {}

    /**
     * @param customers in these cohorts
     * @param months the latest 24
     * @param averages share of customers active in each month after the first, over the cohorts
     *     that have lived so long
     */
    record Cohorts(
            Instant asOf,
            @Nullable String currency,
            int customers,
            List<Cohort> months,
            List<Double> averages) {}

    /**
     * @param month its first day
     */
    record Cohort(LocalDate month, int customers, String open, List<Cell> cells) {}

    /**
     * @param after months after the first purchase; 0 is its own
     * @param active customers with a purchase in that month
     * @param revenue of all the cohort's customers from the first month until the end of this one,
     *     minor units
     * @param open names the active
     * @param partial true if the month is not over
     */
    record Cell(int after, int active, long revenue, String open, boolean partial) {}
}
