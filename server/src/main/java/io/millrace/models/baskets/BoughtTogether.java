package io.millrace.models.baskets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Association rules over the orders of known customers, or over all that each of them ever bought:
 * whoever has these has that too. Agrawal and Srikant, VLDB 1994.
 */
public interface BoughtTogether {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Found rules(Question question, @Nullable Instant asOf);

    /**
     * @param by what counts as one item
     * @param over what counts as one basket
     * @param order of the rules, the most first
     * @param support the least share of baskets that hold a rule's items, above 0, at most 1
     * @param confidence the least share of baskets with the left side that have the right side too
     */
    record Question(By by, Over over, Order order, double support, double confidence) {
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

    /** What counts as one basket. */
    enum Over {
        /** The items of an order. */
        ORDERS,
        /** All that a customer ever bought. */
        CUSTOMERS
    }

    /** What rules are put in order by. */
    enum Order {
        LIFT,
        SUPPORT,
        CONFIDENCE,
        LEVERAGE,
        CONVICTION
    }

    /**
     * All rules as they were found, in the asked order; a line a rule.
     *
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    List<Line> lines(Question question, @Nullable Instant asOf);

    /**
     * @param conviction infinite where the rule never failed
     */
    record Line(
            List<Item> left,
            Item right,
            int baskets,
            double support,
            double confidence,
            double lift,
            double leverage,
            double conviction) {}

    /**
     * @param baskets with at least one such item
     * @param items different ones in them
     * @param frequent itemsets that reach the support
     * @param found rules that reach the confidence; {@code rules} are the first of them
     */
    record Found(Instant asOf, int baskets, int items, int frequent, int found, List<Rule> rules) {}

    record Item(String key, String name) {}

    /**
     * @param baskets with all items of both sides
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
