package io.millrace.kernel.model.basket;

/**
 * How the next offer is looked for.
 *
 * @param least customers who must have bought a product, or a pair of products, before it counts
 * @param most products that are looked at, the most bought first: what is kept grows with its
 *     square, four bytes each
 * @param longest different products of a customer's history that count, the latest first
 * @param shrinkage how many common buyers a similarity needs to be believed half
 * @param again share of a product's buyers who came back for it from which it may be offered to
 *     those who have it
 * @param recentDays a product that nobody bought for so long is not offered; popularity is counted
 *     over as long
 * @param tested customers at most whose last visit is held out
 */
public record NextRules(
        int least,
        int most,
        int longest,
        double shrinkage,
        double again,
        int recentDays,
        int tested) {
    public static final NextRules USUAL = new NextRules(5, 4_000, 200, 10, 0.25, 90, 10_000);

    public NextRules {
        if (least < 1 || most < 1 || longest < 1 || recentDays < 1 || tested < 0) {
            throw new IllegalArgumentException("counts of at least one");
        }
        if (!(shrinkage >= 0) || !(again >= 0)) {
            throw new IllegalArgumentException("shrinkage and share of at least 0");
        }
    }
}
