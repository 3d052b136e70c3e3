package io.millrace.audiences.live;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks conditions of customers. Visitors, persons who were erased and whoever had no fact by the
 * instant are in no audience, whatever a condition says of them.
 */
final class Judge implements Fold<Judge.Filling> {
    /** As of when a customer is judged, in microseconds. */
    @FunctionalInterface
    interface Instants {
        long of(long high, long low);
    }

    /** Whether a customer was erased. */
    @FunctionalInterface
    interface Erased {
        boolean is(long high, long low);
    }

    /**
     * What to find out.
     *
     * @param conditions how many the evaluator has
     * @param closely also until when the answers stand
     * @param all keep also the rows in which nothing holds
     */
    record Task(int conditions, Instants instants, Erased erased, boolean closely, boolean all) {}

    /** The answers with the evaluator of the thread that fills them. */
    record Filling(Judgements found, Evaluator evaluator) {}

    private final Supplier<Evaluator> evaluators;
    private final Task task;
    private final int known;

    Judge(Dictionary dictionary, Supplier<Evaluator> evaluators, Task task) {
        this.evaluators = evaluators;
        this.task = task;
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public Filling newAccumulator() {
        return new Filling(new Judgements(task.conditions), evaluators.get());
    }

    @Override
    public void accept(Timeline timeline, Filling into) {
        long high = timeline.customerHigh();
        long low = timeline.customerLow();
        if (task.erased.is(high, low) || !isKnown(timeline, known)) {
            return;
        }
        long asOf = task.instants.of(high, low);
        if (task.closely) {
            into.evaluator.measure(timeline, asOf);
        } else {
            into.evaluator.decide(timeline, asOf);
        }
        if (into.evaluator.any()) {
            judge(high, low, into);
        } else if (task.closely) {
            // Nothing has happened yet, but something will.
            timeline.rewind();
            timeline.next();
            into.found.add(high, low);
            into.found.until(timeline.occurredAt());
        }
    }

    private void judge(long high, long low, Filling into) {
        boolean begun = task.all;
        if (begun) {
            into.found.add(high, low);
        }
        for (int condition = 0; condition < task.conditions; condition++) {
            boolean holds = into.evaluator.holds(condition);
            long until = task.closely ? into.evaluator.until(condition) : Long.MAX_VALUE;
            if (!begun && (holds || until != Long.MAX_VALUE)) {
                into.found.add(high, low);
                begun = true;
            }
            if (holds) {
                into.found.hold(condition);
            }
            if (until != Long.MAX_VALUE) {
                into.found.until(until);
            }
        }
    }

    /**
     * @param known the code of what makes a profile a customer
     */
    static boolean isKnown(Timeline timeline, int known) {
        while (timeline.next()) {
            if (timeline.kind() == known) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<String> kinds() {
        return evaluators.get().kinds();
    }

    @Override
    public Filling merge(Filling left, Filling right) {
        return new Filling(left.found.append(right.found), left.evaluator);
    }
}
