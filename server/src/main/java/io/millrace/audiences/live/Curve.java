package io.millrace.audiences.live;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How many a condition holds for at each of many instants, in one visit of each customer: an answer
 * stands until time or the customer's next fact can change it, and up to there nobody is asked
 * again. At each instant the same as {@link Judge} finds.
 */
final class Curve implements Fold<Curve.Filling> {
    /**
     * @param counts by instant, the difference from the one before
     */
    record Filling(int[] counts, Evaluator evaluator) {}

    /** Seen by whoever waits for a curve. */
    static final class Progress {
        final AtomicInteger customers = new AtomicInteger();
        final AtomicBoolean stopped = new AtomicBoolean();
    }

    private final long[] instants;
    private final Supplier<Evaluator> evaluators;
    private final Judge.Erased erased;
    private final Progress progress;
    private final int known;

    /**
     * @param instants ascending, microseconds
     */
    Curve(
            Dictionary dictionary,
            Supplier<Evaluator> evaluators,
            long[] instants,
            Judge.Erased erased,
            Progress progress) {
        this.instants = instants;
        this.evaluators = evaluators;
        this.erased = erased;
        this.progress = progress;
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public Filling newAccumulator() {
        return new Filling(new int[instants.length + 1], evaluators.get());
    }

    @Override
    public void accept(Timeline timeline, Filling into) {
        if (progress.stopped.get()) {
            return;
        }
        progress.customers.incrementAndGet();
        if (erased.is(timeline.customerHigh(), timeline.customerLow())
                || !Judge.isKnown(timeline, known)) {
            return;
        }
        timeline.rewind();
        timeline.next();
        int at = from(0, timeline.occurredAt());
        while (at < instants.length) {
            into.evaluator.measure(timeline, instants[at]);
            long until = into.evaluator.until(0);
            // What is asked next is later, whatever the answer says of itself.
            int next = Math.max(at + 1, from(at, until));
            if (into.evaluator.holds(0)) {
                into.counts[at]++;
                into.counts[next]--;
            }
            at = next;
        }
    }

    /** The place of the first instant that is not before. */
    private int from(int low, long micros) {
        int place = Arrays.binarySearch(instants, low, instants.length, micros);
        return place < 0 ? -place - 1 : place;
    }

    @Override
    public Set<String> kinds() {
        return evaluators.get().kinds();
    }

    @Override
    public Filling merge(Filling left, Filling right) {
        for (int i = 0; i < left.counts.length; i++) {
            left.counts[i] += right.counts[i];
        }
        return left;
    }

    /** How many at each instant. */
    static int[] sizes(Filling filled) {
        int[] sizes = Arrays.copyOf(filled.counts, filled.counts.length - 1);
        Arrays.parallelPrefix(sizes, Integer::sum);
        return sizes;
    }
}
