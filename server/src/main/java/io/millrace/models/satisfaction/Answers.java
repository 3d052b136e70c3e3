package io.millrace.models.satisfaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What answers to surveys mean. An event may say it itself ({@code role}, {@code about}, {@code
 * brand} beside {@code survey}, {@code question} and {@code score}); for all others the operator
 * says it of the question. Nothing is guessed: an answer without a meaning counts for nothing.
 */
public interface Answers {
    /**
     * Every answer with a meaning, customer by customer in the order of time.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    List<Given> given(@Nullable Instant asOf);

    /** Every question that was answered by then, whether it has a meaning or not. */
    List<Asked> asked(@Nullable Instant asOf);

    List<Meant> meanings();

    Change change(List<Meant> meanings);

    /** What an answer tells. */
    enum Role {
        /** How important something is; a higher number is more. */
        @JsonProperty("importance")
        IMPORTANCE,
        /** How good something was expected to be. */
        @JsonProperty("expected")
        EXPECTED,
        /** How good it was, of the own brand or of a named one. */
        @JsonProperty("perceived")
        PERCEIVED,
        /** Would they recommend us, 0 to 10. */
        @JsonProperty("nps")
        NPS,
        /** How satisfied they are, 1 to 5. */
        @JsonProperty("csat")
        CSAT,
        /** How easy it was made for them, 1 to 7. */
        @JsonProperty("ces")
        CES,
        /** What they spend on all brands in a year, major units of the reporting currency. */
        @JsonProperty("spend")
        SPEND,
        /** The own brand's place among those they use, 1 is the favourite. */
        @JsonProperty("rank")
        RANK,
        /** How many brands they use, the own one included. */
        @JsonProperty("brands")
        BRANDS
    }

    /**
     * @param about the attribute, such as "Quality", for importance, expected and perceived
     * @param brand a competitor's name; null for the own brand
     */
    record Meaning(Role role, @Nullable String about, @Nullable String brand) {}

    /**
     * @param at microseconds
     */
    record Given(UUID customer, Meaning meaning, double score, long at) {}

    /** What the operator says of a question. */
    record Meant(String survey, String question, Meaning meaning) {}

    /**
     * @param meaning null where nobody said it
     * @param said true if the events say it themselves
     */
    record Asked(
            String survey, String question, int answers, @Nullable Meaning meaning, boolean said) {}

    /** Answers of {@link #change}. */
    sealed interface Change {
        record Done(List<Meant> meanings) implements Change {}

        record Invalid(List<FieldProblem> errors) implements Change {}
    }
}
