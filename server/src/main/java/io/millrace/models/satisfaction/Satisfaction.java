package io.millrace.models.satisfaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.kernel.model.satisfaction.Quadrant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How satisfied customers are, with what, and whether they buy again. Counts are of customers. */
public interface Satisfaction {
    /**
     * @param days within which buying again counts, 7 to 730
     * @param enough the least on each attribute that the conjunctive rule accepts
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Page page(int days, double enough, @Nullable Instant asOf);

    /**
     * @param missing roles of which there is no answer
     * @param nps null without answers, as all that follows
     * @param months by the last answer of each customer in a month, the earliest first
     * @param types by the RFM type
     * @param again whether they bought again, by what they would recommend
     */
    record Page(
            Instant asOf,
            int days,
            double enough,
            List<Answers.Role> missing,
            @Nullable Promoters nps,
            List<Month> months,
            List<Segment> types,
            @Nullable Rated csat,
            @Nullable Rated ces,
            List<Attribute> attributes,
            @Nullable Preferences choice,
            List<Again> again,
            @Nullable Recovery recovery) {}

    /** Shares with their 95 % intervals; null where there is nothing to tell. */
    record Interval(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
        static Interval of(double value, double low, double high) {
            return new Interval(finite(value), finite(low), finite(high));
        }

        private static @Nullable Double finite(double number) {
            return Double.isFinite(number) ? number : null;
        }
    }

    /** A number of customers, and the query that lists them. */
    record Count(int customers, @Nullable String open) {}

    record Promoters(Interval score, Count promoters, Count passives, Count detractors) {}

    /**
     * @param month such as 2026-03
     */
    record Month(String month, Count customers, Interval score) {}

    record Segment(String type, Count customers, Interval score) {}

    /**
     * @param high share of those who are satisfied: 4 and 5 of 5, or 5 and more of 7
     */
    record Rated(Interval mean, Interval high, Count satisfied, Count others) {}

    /**
     * @param gap expected less perceived: above 0 is a disappointment
     * @param weighted the gap times the attribute's share of all importance
     * @param disappointed those who expected more than they got
     */
    record Attribute(
            String name,
            int customers,
            @Nullable Double importance,
            @Nullable Double expected,
            double perceived,
            Interval gap,
            @Nullable Double weighted,
            @Nullable Quadrant quadrant,
            Count disappointed) {}

    /** A rule of choosing. */
    enum Rule {
        @JsonProperty("weighted")
        WEIGHTED,
        @JsonProperty("conjunctive")
        CONJUNCTIVE,
        @JsonProperty("lexicographic")
        LEXICOGRAPHIC
    }

    /**
     * @param brands the own one first, as an empty text
     * @param customers those who rated all of them on all attributes
     * @param shares by rule, in the order of the brands
     * @param disagree for whom the weighted and the lexicographic rule choose differently
     * @param lost those who would choose another brand by the weighted rule
     */
    record Preferences(
            List<String> brands,
            List<String> attributes,
            int customers,
            Map<Rule, List<Double>> shares,
            Count disagree,
            Count lost) {}

    /**
     * @param attitude promoter, passive or detractor
     */
    record Again(String attitude, Count customers, Count again, Interval rate) {}

    /**
     * @param complained the last complaint of each customer that is long enough ago
     * @param expected the rate of others who had bought as often, in the same quarter
     * @param answers by the time to the next contact
     */
    record Recovery(
            Count complained,
            Count again,
            Interval rate,
            @Nullable Double expected,
            int others,
            List<Answered> answers) {}

    /**
     * @param within {@code day}, {@code three-days}, {@code later} or {@code never}
     */
    record Answered(String within, Count customers, Count again, Interval rate) {}
}
