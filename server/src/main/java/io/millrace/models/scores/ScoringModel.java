package io.millrace.models.scores;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.models.Models;
import io.millrace.shared.Label;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model that gives each customer figures, as of an instant and from what was known by then. */
interface ScoringModel {
    /** What stays the same from run to run. */
    Card card();

    default String key() {
        return card().key();
    }

    default Label label() {
        return card().label();
    }

    default int version() {
        return card().version();
    }

    default List<Figure> figures() {
        return card().figures();
    }

    /** The figures with the words that people know today, where a run gave better ones. */
    default List<Figure> described() {
        return figures();
    }

    Outcome score(Data data);

    /**
     * How people call the words of a text figure whose words are not known beforehand, as far as
     * they have another name.
     */
    default Map<String, Label> called(Set<String> words) {
        return Map.of();
    }

    /**
     * How a model is known.
     *
     * @param key the stable name in facts, conditions and addresses
     * @param version grows whenever the same data would give other figures
     */
    record Card(String key, Label label, int version, List<Figure> figures) {
        public Card {
            figures = List.copyOf(figures);
        }
    }

    /**
     * What models are given.
     *
     * @param today the day of {@code asOf} in the workspace's zone, days since 1970-01-01
     * @param minor minor units of the reporting currency in one major unit
     */
    record Data(
            Instant asOf,
            int today,
            ZoneId zone,
            @Nullable String currency,
            int minor,
            Models.Rfm rfm,
            PurchaseHistories histories,
            ScoreSettings settings) {}

    /** Words that a text figure may have, to choose from; not always all of them. */
    default List<Figure.Word> examples(Figure figure) {
        return figure.values();
    }

    /** What scoring can answer. */
    sealed interface Outcome {
        /**
         * @param parameters what was fitted, by name
         * @param report what tells how well, a record that is written as JSON
         */
        record Scored(ScoreColumns scores, List<Parameter> parameters, Report report)
                implements Outcome {}

        record Lacking(Scores.Lack lack) implements Outcome {}
    }

    /** A fitted number; null where it is not finite. */
    record Parameter(String name, @Nullable Double value, @Nullable Double standardError) {
        static Parameter of(String name, double value) {
            return of(name, value, Double.NaN);
        }

        static Parameter of(String name, double value, double standardError) {
            return new Parameter(name, finite(value), finite(standardError));
        }

        private static @Nullable Double finite(double number) {
            return Double.isFinite(number) ? number : null;
        }
    }

    /** Marks the records that are kept as a run's report. */
    interface Report {}
}
