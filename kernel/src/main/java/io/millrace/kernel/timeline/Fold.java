package io.millrace.kernel.timeline;

import java.util.List;
import java.util.Set;

/**
 * A pure function that walks timelines and fills a mergeable accumulator. The same class serves one
 * thread, many threads and many machines.
 *
 * <p>Invariants: {@code accept} reads nothing but the timeline and its own construction arguments;
 * {@code merge(a, b)} equals having fed b's timelines after a's. {@code accept} may walk the
 * timeline several times ({@link Timeline#rewind()}) and finds it rewound when it is called.
 *
 * @param <A> the accumulator
 */
public interface Fold<A> {
    A newAccumulator();

    /**
     * Adds one customer's timeline; called once for each customer that has a fact within the cut.
     */
    void accept(Timeline timeline, A into);

    /**
     * The kinds of fact that this fold reads; empty means all. A fold that names its kinds is shown
     * at least each customer's first fact and all facts of these kinds, and may be shown others; it
     * is called for every customer all the same. Where all folds of a run name their kinds, the
     * scan passes over the rest cheaply.
     */
    default Set<String> kinds() {
        return Set.of();
    }

    /** Joins two accumulators in scan order; may change and return {@code left}. */
    A merge(A left, A right);

    /**
     * Joins the accumulators of all partitions in scan order, at least one of them; overridden
     * where it is cheaper to join all at once than one after the other.
     */
    default A mergeAll(List<A> parts) {
        A merged = parts.getFirst();
        for (A part : parts.subList(1, parts.size())) {
            merged = merge(merged, part);
        }
        return merged;
    }
}
