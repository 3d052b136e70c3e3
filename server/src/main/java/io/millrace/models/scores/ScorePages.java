package io.millrace.models.scores;

import io.millrace.shared.Label;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of the models show. Every number comes with {@code open}: the query of the
 * customer list that names exactly those whom it counts, by a condition that can become an
 * audience.
 */
public interface ScorePages {
    /** Lifetime values as of an instant, null means now. */
    Value value(@Nullable Instant asOf);

    /** Risks of leaving as of an instant, null means now. */
    Churn churn(@Nullable Instant asOf);

    /**
     * @param run whose scores these are; null if the model has not run by then
     * @param total of all lifetime values, minor units
     * @param curve the best customers first: which share of them has which share of the total
     * @param dimensions duration, share of wallet and breadth
     * @param covariates what customers can differ by from the start, to choose from
     * @param gini 0 if all are worth the same, 1 if one is worth it all; null without value
     */
    record Value(
            Instant asOf,
            Scores.@Nullable Detail run,
            @Nullable String currency,
            int customers,
            String open,
            long total,
            List<Share> curve,
            @Nullable Double gini,
            List<Bin> values,
            List<Bin> alive,
            List<Cell> map,
            List<Expected> expected,
            List<Dimension> dimensions,
            List<Covariate> covariates) {}

    /**
     * Customers and their lifetime values along one dimension.
     *
     * @param dimension {@code duration} (weeks as a customer within the horizon), {@code share} (of
     *     wallet, 0 to 1) or {@code breadth} (categories bought)
     * @param known customers of whom it is known
     * @param mean of those; null where there are none
     */
    record Dimension(
            String dimension, int known, @Nullable Double mean, String open, List<Step> steps) {}

    /**
     * @param from inclusive
     * @param below exclusive; null for no end
     * @param value of its customers to come, minor units
     */
    record Step(double from, @Nullable Double below, int customers, long value, String open) {}

    /** Something by which customers differ from the start. */
    record Covariate(String covariate, Label label) {}

    record Share(double customers, double value) {}

    /**
     * @param from inclusive
     * @param below exclusive; null for no end
     */
    record Bin(double from, @Nullable Double below, int customers, double sum, String open) {}

    /**
     * Likely still a customer × value so far.
     *
     * @param value of the cell's customers to come, minor units
     */
    record Cell(
            double aliveFrom,
            @Nullable Double aliveBelow,
            double worthFrom,
            @Nullable Double worthBelow,
            int customers,
            long value,
            String open) {}

    /**
     * Orders expected of those who bought so often and so long ago.
     *
     * @param purchases days with a purchase, at least; {@code purchasesTo} is the most, null for no
     *     end
     * @param weeks full weeks since the last purchase, at least; {@code weeksBelow} exclusive
     */
    record Expected(
            int purchases,
            @Nullable Integer purchasesTo,
            int weeks,
            @Nullable Integer weeksBelow,
            int customers,
            double orders,
            String open) {}

    /**
     * @param risks by tenths of the risk
     * @param bands high, elevated, low
     * @param reasons the first reasons of those not at low risk, the most frequent first
     * @param actions at risk and worth it, the most at stake first; the first of {@code worthwhile}
     * @param valueKnown true if lifetime values are there to weigh by
     */
    record Churn(
            Instant asOf,
            Scores.@Nullable Detail run,
            @Nullable String currency,
            int customers,
            String open,
            List<Bin> risks,
            List<Word> bands,
            List<Word> reasons,
            boolean valueKnown,
            int worthwhile,
            String openWorthwhile,
            List<Action> actions) {}

    record Word(String word, int customers, String open) {}

    /**
     * @param stake risk × lifetime value, minor units
     */
    record Action(
            UUID customer,
            double risk,
            double overdue,
            @Nullable String reason,
            @Nullable String reason2,
            long value,
            long stake) {}
}
