package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Set;

/**
 * Looks for each known customer's first fact, of whatever kind; a customer whose being known is no
 * part of the scan is left out.
 */
public final class FirstFactFold implements Fold<FirstFacts> {
    private final int known;

    public FirstFactFold(Dictionary dictionary) {
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public FirstFacts newAccumulator() {
        return new FirstFacts();
    }

    @Override
    public void accept(Timeline timeline, FirstFacts into) {
        if (!timeline.next()) {
            return;
        }
        long first = timeline.occurredAt();
        do {
            if (timeline.kind() == known) {
                into.add(timeline.customerHigh(), timeline.customerLow(), first);
                return;
            }
        } while (timeline.next());
    }

    /** The first fact is shown in any case. */
    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public FirstFacts merge(FirstFacts left, FirstFacts right) {
        return left.append(right);
    }
}
