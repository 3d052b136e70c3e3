package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Timeline;
import java.util.List;
import java.util.stream.Stream;

/** Something that takes its share of the facts that a walk passes. */
abstract class Listener {
    private final List<Codes.Code> kinds;
    private final boolean every;
    private final boolean notCancelled;

    /** The first fact after the instant that will matter, or never. */
    long future = Verdict.NEVER;

    /** The last choice that this listener was in. */
    long choice;

    Listener(Stream<Selector> selectors) {
        List<Selector> all = selectors.toList();
        every = all.stream().anyMatch(selector -> selector.kinds.isEmpty());
        kinds = all.stream().flatMap(selector -> selector.wanted().stream()).distinct().toList();
        notCancelled = all.stream().anyMatch(Selector::notCancelled);
    }

    /** True if facts of every kind are wanted. */
    final boolean every() {
        return every;
    }

    /** True if orders that have been cancelled are left out. */
    final boolean notCancelled() {
        return notCancelled;
    }

    final List<Codes.Code> kinds() {
        return kinds;
    }

    /**
     * Forgets the last customer.
     *
     * @param closely also keep what tells until when answers stand
     */
    abstract void begin(long asOf, boolean closely);

    /** Takes a fact of one of the kinds, at or before the instant. */
    abstract void accept(Timeline fact, long at);

    /** True if a fact of one of the kinds, after the instant, will matter. */
    abstract boolean concerns(Timeline fact);
}
