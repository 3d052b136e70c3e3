package io.millrace.audiences;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lifecycle schemes: ordered rules that put every known customer into exactly one stage, as of any
 * instant. An absent answer means that there is no such scheme.
 */
public interface Audiences {
    /** The schemes there are, in the order in which they are offered. */
    List<SchemeName> schemes();

    /** One scheme with its rules. */
    Optional<Scheme> scheme(String key);

    /**
     * Replaces the rules of a scheme.
     *
     * @param rules as {@link #preview} takes them
     */
    SchemeChange change(String key, JsonNode rules);

    /** Lets facts tell of each customer's change of stage from now on, or ends that. */
    Optional<Scheme> tell(String key, boolean on);

    /** Brings back the rules with which the product came. */
    SchemeChange restore(String key);

    /**
     * What the stages would be under other rules, without changing anything.
     *
     * @param rules {@code {"stages":[{"key","label":{"en","zh"},"rule":{…}}]}}; a rule is any
     *     condition (docs/conditions.md) that does not lead back to its own scheme
     */
    Previewed preview(String key, JsonNode rules, @Nullable Instant asOf);

    /**
     * How many customers are in each stage.
     *
     * @param asOf cut by occurredAt, inclusive; null means now, rounded up to the minute
     */
    Optional<Stages> stages(String scheme, @Nullable Instant asOf);

    /** Who went from which stage to which. */
    Optional<Moves> moves(String scheme, @Nullable Instant from, @Nullable Instant to);

    /** The customers of a stage; empty if there is no such stage. */
    Optional<SortedProfiles> inStage(String scheme, String stage, @Nullable Instant asOf);

    /**
     * The customers who were in one stage at one instant and in another at another.
     *
     * @param before a stage or {@link #NOT_YET}
     * @param after a stage or {@link #NOT_YET}
     */
    Optional<SortedProfiles> moved(
            String scheme, String before, String after, Instant from, Instant to);

    /** The stage of some customers; those who are in none are absent. */
    Map<ProfileId, StageName> stagesOf(
            String scheme, Set<ProfileId> customers, @Nullable Instant asOf);

    /** Stands for the stage of those who were no customers yet. */
    String NOT_YET = "none";

    record SchemeName(String key, Label label) {}

    record StageName(String key, Label label) {}

    /**
     * @param changed true if the operator changed it
     * @param told whether facts tell of each customer's change of stage: {@code on}, {@code off},
     *     or {@code placing} while everybody is placed for the first time
     */
    record Scheme(String key, Label label, List<RuledStage> stages, boolean changed, String told) {}

    record RuledStage(String key, Label label, Rule rule) {}

    /**
     * @param condition as JSON
     * @param sentence the same in words; the last stage takes whoever is left
     */
    record Rule(JsonNode condition, Label sentence) {}

    /**
     * @param customers all known customers as of the instant, the sum of the stages
     * @param currency of the stages' revenue; null if the workspace has none yet
     */
    record Stages(
            String scheme,
            Instant asOf,
            int customers,
            @Nullable String currency,
            List<Stage> stages,
            long version) {}

    /**
     * @param revenue net, minor units
     */
    record Stage(String key, Label label, Rule rule, int customers, long revenue) {}

    /**
     * @param links every pair that somebody went or stayed in; {@code none} before the first fact
     * @param before customers at {@code from}
     * @param after customers at {@code to}
     */
    record Moves(
            String scheme,
            Instant from,
            Instant to,
            List<StageName> stages,
            List<Move> links,
            int before,
            int after,
            long version) {}

    record Move(String from, String to, int customers) {}

    /** Answers of {@link #change}. */
    sealed interface SchemeChange {
        record Done(Scheme scheme) implements SchemeChange {}

        /** Nothing was changed. */
        record Invalid(List<FieldProblem> errors) implements SchemeChange {}

        record NoSuchScheme() implements SchemeChange {}
    }

    /** Answers of {@link #preview}. */
    sealed interface Previewed {
        /**
         * @param stages as they would be
         * @param now how many customers each stage of the present rules has
         * @param moving how many customers would change their stage
         */
        record Done(Stages stages, Map<String, Integer> now, int moving) implements Previewed {}

        record Invalid(List<FieldProblem> errors) implements Previewed {}

        record NoSuchScheme() implements Previewed {}
    }
}
