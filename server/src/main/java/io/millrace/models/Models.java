package io.millrace.models;

import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmTable;
import io.millrace.shared.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customer models, run over all timelines as of an instant. Results are kept in memory until a fact
 * arrives; asking again costs nothing.
 */
public interface Models {
    /**
     * Every known customer's orders, revenue and cost as of an instant.
     *
     * @param asOf cut by occurredAt, inclusive; null means now, which is rounded up to the minute
     */
    Figures figures(@Nullable Instant asOf);

    /** The same, scored by the current settings. */
    Rfm rfm(@Nullable Instant asOf);

    /**
     * Every buyer's purchases one by one, by the days of the workspace's zone.
     *
     * @param asOf cut by occurredAt, inclusive; null means now, which is rounded up to the minute
     */
    PurchaseHistories histories(@Nullable Instant asOf);

    RfmSettings settings();

    /** Replaces the settings; every figure asked for afterwards is scored by them. */
    SettingsChange change(RfmSettings settings);

    /**
     * What all models start from.
     *
     * @param table customers with an order or a refund by then
     * @param population all known customers, whenever they came
     * @param currency of all money in the table; null if the workspace has none yet
     * @param version of the timelines on which it was computed
     */
    record Figures(
            Instant asOf,
            RfmTable table,
            Population population,
            @Nullable String currency,
            long version,
            Instant computedAt) {
        /** Known customers as of the instant. */
        public int customers() {
            return population.countBy(asOf);
        }

        /** Known customers without an order or refund as of the instant. */
        public int unscored() {
            return customers() - table.size();
        }
    }

    record Rfm(Figures figures, RfmScores scores, RfmSettings settings) {}

    /** Answers of {@link #change}. */
    sealed interface SettingsChange {
        record Done(RfmSettings settings) implements SettingsChange {}

        /** Nothing was changed. */
        record Invalid(List<FieldProblem> errors) implements SettingsChange {}
    }
}
