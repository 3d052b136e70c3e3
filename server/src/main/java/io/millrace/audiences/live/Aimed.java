package io.millrace.audiences.live;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks of each customer only those conditions whose answers can have changed. */
final class Aimed implements Fold<Aimed.Found> {
    /**
     * What was found of the targets that are customers, row by row.
     *
     * @param asked the places that were asked, which may be all
     * @param firsts when each customer's first fact happened, microseconds
     */
    record Found(Judgements answers, List<Target> targets, List<int[]> asked, List<Long> firsts) {}

    private final Map<UUID, Target> targets;
    private final Evaluator evaluator;
    private final Judge.Erased erased;
    private final long now;
    private final int known;
    private final int[] all;

    Aimed(
            Dictionary words,
            Map<UUID, Target> targets,
            Evaluator evaluator,
            int[] all,
            Judge.Erased erased,
            long now) {
        this.targets = targets;
        this.evaluator = evaluator;
        this.erased = erased;
        this.now = now;
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
        this.all = all;
    }

    @Override
    public Found newAccumulator() {
        return new Found(
                new Judgements(all.length),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    @Override
    public void accept(Timeline timeline, Found into) {
        long high = timeline.customerHigh();
        long low = timeline.customerLow();
        Target target = targets.get(new UUID(high, low));
        if (target == null || erased.is(high, low) || !Judge.isKnown(timeline, known)) {
            return;
        }
        int[] places = target.places();
        evaluator.measure(timeline, now, places, places.length);
        if (evaluator.any() && evaluator.earliest() >= target.from()) {
            places = all;
            evaluator.measure(timeline, now, places, places.length);
        }
        into.answers.add(high, low);
        into.targets.add(target);
        into.asked.add(places);
        if (evaluator.any()) {
            into.firsts.add(evaluator.earliest());
            answer(places, into.answers);
            return;
        }
        // Nothing has happened yet, but something will.
        into.firsts.add(Roster.UNKNOWN);
        timeline.rewind();
        timeline.next();
        into.answers.until(timeline.occurredAt());
    }

    private void answer(int[] places, Judgements into) {
        for (int place : places) {
            if (evaluator.holds(place)) {
                into.hold(place);
            }
            into.until(evaluator.until(place));
        }
    }

    @Override
    public Found merge(Found left, Found right) {
        throw new IllegalStateException("one thread");
    }
}
