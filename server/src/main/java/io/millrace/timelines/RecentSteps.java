package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the tail's last steps took over, while it is at hand: who is close behind need not read it
 * from the log once more.
 */
final class RecentSteps {
    private static final int FACTS_KEPT = 50_000;
    private static final int STEPS_KEPT = 16_384;

    /**
     * @param rebound profiles whose customer may be another one
     * @param withdrawn profiles that were erased
     */
    record Step(
            CommitSnapshot from,
            CommitSnapshot to,
            List<Fact> facts,
            List<UUID> rebound,
            Set<UUID> withdrawn) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private int facts;

    synchronized void add(Step step) {
        steps.addLast(step);
        facts += step.facts.size();
        while (facts > FACTS_KEPT || steps.size() > STEPS_KEPT) {
            facts -= steps.removeFirst().facts.size();
        }
    }

    /** What came was too much, or of a kind that cannot be told by steps. */
    synchronized void forget() {
        steps.clear();
        facts = 0;
    }

    /** The steps that lead from one moment to another; empty if they are not all at hand. */
    synchronized List<Step> between(CommitSnapshot from, CommitSnapshot to) {
        List<Step> found = new ArrayList<>();
        for (Step step : steps) {
            if (!found.isEmpty() || step.from.sameAs(from)) {
                found.add(step);
                if (step.to.sameAs(to)) {
                    return found;
                }
            }
        }
        return List.of();
    }
}
