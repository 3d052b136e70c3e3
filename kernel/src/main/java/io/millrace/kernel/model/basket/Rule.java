package io.millrace.kernel.model.basket;

import java.util.List;

/**
 * "Who buys these also buys that." Agrawal, Imieliński and Swami (1993); conviction: Brin et al.
 * (1997).
 *
 * @param left what is bought, empty for the bare popularity of {@code right}
 * @param right one item that is bought too
 * @param count baskets with all of them
 * @param support their share of all baskets
 * @param confidence share of the baskets with left that have right too
 * @param lift confidence over the share of all baskets that have right
 * @param leverage support above what independence would give
 * @param conviction how much more often the rule would fail under independence; infinite if it
 *     never fails
 */
public record Rule(
        List<String> left,
        String right,
        int count,
        double support,
        double confidence,
        double lift,
        double leverage,
        double conviction) {
    public Rule {
        left = List.copyOf(left);
    }
}
