package io.millrace.kernel.model.basket;

/**
 * How soon buyers of a product come back for it. A spell runs from each purchase to the next one of
 * the same customer, or to today where there is none yet (censored): {@link Survival}. Those who
 * never come back have no interval; its quartiles are of those who do, that is of the part of the
 * curve below its plateau.
 *
 * @param item number of the product
 * @param buyers customers who bought it
 * @param again of them, those who bought it on two days at least
 * @param intervals spells that ended with a purchase
 * @param withinYear share of purchases that are followed by another one within 365 days, censoring
 *     taken into account
 * @param lower quarter of the intervals, in days (per unit if {@code perUnit}); NaN without any
 * @param median of the intervals, likewise
 * @param upper three quarters, likewise
 * @param perUnit true if more units last longer, so that intervals are counted for each unit
 * @param replenishes true if it is bought again and again: at least ten customers did, and at least
 *     one in four purchases is followed by another within a year
 * @param curve of all spells, of days or days per unit
 */
public record Repurchase(
        int item,
        int buyers,
        int again,
        int intervals,
        double withinYear,
        double lower,
        double median,
        double upper,
        boolean perUnit,
        boolean replenishes,
        Survival curve) {}
