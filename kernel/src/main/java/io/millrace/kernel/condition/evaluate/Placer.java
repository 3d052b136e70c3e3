package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;

/** A scheme's rules asked as of other instants than the one that everything else is asked of. */
final class Placer {
    /** The stage of somebody without a fact. */
    static final int NOWHERE = -1;

    final Evaluator evaluator;
    private final int last;
    private int stage;
    private long until;

    Placer(StageRules scheme, Dictionary dictionary, ZoneId zone) {
        evaluator =
                Evaluator.of(
                        scheme.rules().stream().map(StageRules.Rule::condition).toList(),
                        dictionary,
                        zone);
        last = scheme.rules().size() - 1;
    }

    /** Walks the timeline as of an instant, also for {@link #until}. */
    void place(Timeline timeline, long instant) {
        evaluator.measure(timeline, instant);
        if (!evaluator.any()) {
            stage = NOWHERE;
            until = evaluator.following();
            return;
        }
        stage = 0;
        until = Verdict.NEVER;
        while (stage < last && !evaluator.holds(stage)) {
            until = Math.min(until, evaluator.until(stage++));
        }
        if (stage < last) {
            until = Math.min(until, evaluator.until(stage));
        }
    }

    /** The place of the stage in its scheme, or {@link #NOWHERE}. */
    int stage() {
        return stage;
    }

    /** Never later than the instant at which the stage is another, new facts included. */
    long until() {
        return until;
    }
}
