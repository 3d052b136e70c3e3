package io.millrace.models.scores;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs of customer models. A run scores every customer as of an instant; each score that is another
 * one than before lands on the customer's timeline as a fact {@code model.scored}, so that scores
 * have a history and conditions can ask for them. Nothing of a customer is kept elsewhere.
 */
public interface Scores {
    /** All models, in the order in which they build on one another. */
    List<Card> cards();

    /** A model's runs, the latest first, at most 200. */
    List<Run> runs(String model);

    Optional<Detail> run(UUID id);

    /** The last run of a model that gave scores, as of an instant (null: whatever its instant). */
    Optional<Detail> latest(String model, @Nullable Instant asOf);

    /**
     * Queues a run.
     *
     * @param asOf null means now
     * @param by who asked
     */
    Started start(String model, @Nullable Instant asOf, String by);

    /**
     * Makes the scores before a run current again, by new facts a microsecond after its own. Only a
     * model's latest run can be undone; an undoing too.
     */
    Started undo(UUID run, String by);

    /**
     * Runs a model by itself from now on; null ends that.
     *
     * @return empty if there is no such model
     */
    Optional<Card> schedule(String model, @Nullable Schedule schedule);

    ScoreSettings settings();

    SettingsChange change(ScoreSettings settings);

    /**
     * All scores of a model as of an instant.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     * @return empty if there is no such model
     */
    Optional<ScoreTable> table(String model, @Nullable Instant asOf);

    /** A customer's scores, model by model, each from the latest back; those without are absent. */
    List<Standing> of(ProfileId customer, @Nullable Instant asOf);

    /**
     * @param last the latest run that ended in scores
     * @param latest the latest run of any outcome
     * @param running the run at work
     */
    record Card(
            String model,
            Label label,
            int version,
            List<Figure> figures,
            @Nullable Run last,
            @Nullable Run latest,
            @Nullable Run running,
            @Nullable Schedule schedule) {}

    /**
     * @param at in the workspace's zone
     * @param weekday of a weekly schedule, else null
     * @param due the next time, whenever it is given back
     */
    record Schedule(
            Every every, @Nullable DayOfWeek weekday, LocalTime at, @Nullable Instant due) {}

    /** How often a schedule runs. */
    enum Every {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK
    }

    /** Where a run is in its life; the last four are for ever. */
    enum State {
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("lacking")
        LACKING,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("cancelled")
        CANCELLED
    }

    /**
     * @param undoes the run that this one takes back, null for a run of the model
     * @param undone true if another run took this one back
     * @param customers that have scores by this run, null until it is done
     * @param changed of which the score is another one than before
     */
    record Run(
            UUID id,
            String model,
            int version,
            @Nullable UUID undoes,
            boolean undone,
            Instant asOf,
            State state,
            String by,
            @Nullable UUID job,
            Instant queuedAt,
            @Nullable Instant finishedAt,
            @Nullable Integer customers,
            @Nullable Integer changed,
            @Nullable Lack lack) {}

    /** A run with all that it left. */
    record Detail(
            Run run,
            JsonNode settings,
            @Nullable JsonNode parameters,
            @Nullable JsonNode report,
            @Nullable Moves moves) {}

    /**
     * A data minimum that is not reached.
     *
     * @param what a stable word, such as {@code repeat-customers}
     */
    record Lack(String what, long has, long needs) {}

    /**
     * What a run changed, against the scores before it.
     *
     * @param came scored for the first time
     * @param gone scored before, but no longer
     */
    record Moves(int before, int now, int came, int gone, int changed, List<Move> figures) {}

    /**
     * @param changed customers of whom this figure is another one
     * @param meanBefore over those scored both times; null for text
     * @param meanChange mean of the absolute changes; null for text
     * @param ways for text: from what to what, the most frequent first
     */
    record Move(
            String figure,
            int changed,
            @Nullable Double meanBefore,
            @Nullable Double meanNow,
            @Nullable Double meanChange,
            List<Way> ways) {}

    record Way(String from, String to, int customers) {}

    /**
     * @param points what each fact said, the latest first
     */
    record Standing(String model, Label label, List<Figure> figures, List<Point> points) {}

    record Point(Instant asOf, @Nullable UUID run, List<Reading> figures) {}

    /** One of both. */
    record Reading(String figure, @Nullable Double number, @Nullable String text) {}

    /** Answers of {@link #start} and {@link #undo}. */
    sealed interface Started {
        record Queued(UUID run, UUID job) implements Started {}

        record AtWork(UUID run) implements Started {}

        record NoSuchModel() implements Started {}

        record NoSuchRun() implements Started {}

        /** Another run is the latest, or this one left no scores. */
        record NotLatest() implements Started {}
    }

    /** Answers of {@link #change}. */
    sealed interface SettingsChange {
        record Done(ScoreSettings settings) implements SettingsChange {}

        record Invalid(List<FieldProblem> errors) implements SettingsChange {}
    }
}
