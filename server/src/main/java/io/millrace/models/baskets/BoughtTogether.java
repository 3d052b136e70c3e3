package io.millrace.models.baskets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Association rules over the orders of known customers: whoever has these in an order has that in
 * it too. Agrawal and Srikant, VLDB 1994.
 */
public interface BoughtTogether {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Found rules(Question question, @Nullable Instant asOf);

    /**
     * @param by what counts as one item
     * @param support the least share of orders that hold a rule's items, above 0, at most 1
     * @param confidence the least share of orders with the left side that have the right side too
     */
    record Question(By by, double support, double confidence) {
        public Question {
            if (!(support > 0 && support <= 1) || !(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException(
                        "support %s, confidence %s".formatted(support, confidence));
            }
        }
    }

    /** What counts as one item. */
    enum By {
        SKU,
        CATEGORY
    }

    /**
     * @param baskets orders with at least one such item
     * @param items different ones in them
     * @param frequent itemsets that reach the support
     * @param found rules that reach the confidence; {@code rules} are the first of them by lift
     */
    record Found(Instant asOf, int baskets, int items, int frequent, int found, List<Rule> rules) {}

    record Item(String key, String name) {}

    /**
     * @param baskets orders with all items of both sides
     * @param conviction null where the rule never failed
     * @param customers who bought all of the left side, ever, but never the right one
     * @param open the query of the customer list that names them
     */
    record Rule(
            List<Item> left,
            Item right,
            int baskets,
            double support,
            double confidence,
            double lift,
            double leverage,
            @Nullable Double conviction,
            int customers,
            String open) {}
}
