package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Condition;
import java.util.List;

/**
 * Why a condition holds for a customer or does not: the tree of its clauses, each with what was
 * found.
 *
 * @param until as in {@link Verdict}, of this clause's truth; for the whole it may be earlier than
 *     the verdict's, because unknown and false are told apart
 * @param parts of a group, in its order
 */
public record Explanation(
        Condition condition, Truth truth, Found found, long until, List<Explanation> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }
}
