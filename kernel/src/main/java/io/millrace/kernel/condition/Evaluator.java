package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Timeline;
import java.util.List;

/**
 * Conditions made ready for one dictionary. All of them together need a single walk over a
 * timeline. An evaluator keeps its figures in itself: one thread at a time.
 */
public final class Evaluator {
    private Evaluator() {}

    public static Evaluator of(List<Condition> conditions, Dictionary dictionary) {
        throw new IllegalStateException("not yet");
    }

    /**
     * Walks the timeline as of an instant (microseconds); then {@link #holds} and {@link #verdict}
     * answer. Facts after the instant are not counted, but bound {@code until}.
     */
    public void measure(Timeline timeline, long asOf) {
        throw new IllegalStateException("not yet");
    }

    /** True if the customer had a fact at or before the instant. */
    public boolean any() {
        throw new IllegalStateException("not yet");
    }

    /** Whether the condition with this place in the list held at the last {@link #measure}. */
    public boolean holds(int condition) {
        throw new IllegalStateException("not yet");
    }

    public Verdict verdict(int condition) {
        throw new IllegalStateException("not yet");
    }
}
