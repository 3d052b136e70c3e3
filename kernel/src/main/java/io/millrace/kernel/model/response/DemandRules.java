package io.millrace.kernel.model.response;

/**
 * When {@link Demand} tells an effect.
 *
 * @param weeks how far it looks back
 * @param leastProducts that sell in most weeks
 * @param soldShare in which share of the weeks of its life a product must have been sold
 * @param leastWeeks of a product's life
 * @param lingers weeks that a product lives on after its last sale
 * @param leastChanged products whose list price must have changed
 * @param leastChange of the logarithm of the price
 * @param leastPromotions weeks of a product with a promotion, and as many without
 */
public record DemandRules(
        int weeks,
        int leastProducts,
        double soldShare,
        int leastWeeks,
        int lingers,
        int leastChanged,
        double leastChange,
        int leastPromotions) {
    public static final DemandRules USUAL = new DemandRules(104, 4, 0.8, 26, 13, 3, 0.03, 10);
}
