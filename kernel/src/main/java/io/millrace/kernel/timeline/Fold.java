package io.millrace.kernel.timeline;

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

    /** Joins two accumulators in scan order; may change and return {@code left}. */
    A merge(A left, A right);
}
