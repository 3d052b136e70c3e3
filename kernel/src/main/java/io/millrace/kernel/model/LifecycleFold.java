package io.millrace.kernel.model;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The stage of every customer as of an instant. Two of them in one run, with two instants, make a
 * {@link Migration}.
 */
public final class LifecycleFold implements Fold<LifecycleFold.Filling> {
    /** The table with the evaluator of the thread that fills it. */
    public static final class Filling {
        private final LifecycleTable table;
        private final Evaluator evaluator;

        private Filling(LifecycleTable table, Evaluator evaluator) {
            this.table = table;
            this.evaluator = evaluator;
        }

        /** What came out; complete once the run has finished. */
        public LifecycleTable table() {
            return table;
        }
    }

    private final Dictionary dictionary;
    private final LifecycleScheme scheme;
    private final List<Condition> rules;
    private final long asOf;
    private final boolean knownOnly;
    private final ZoneId zone;
    private final int known;

    /**
     * @param asOf microseconds since 1970 UTC
     * @param knownOnly as in {@link RfmQuery}
     * @param zone in which the rules' days and months begin and end
     */
    public LifecycleFold(
            Dictionary dictionary,
            LifecycleScheme scheme,
            long asOf,
            boolean knownOnly,
            ZoneId zone) {
        this.dictionary = dictionary;
        this.scheme = scheme;
        this.rules = scheme.stages().stream().map(LifecycleScheme.Stage::rule).toList();
        this.asOf = asOf;
        this.knownOnly = knownOnly;
        this.zone = zone;
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public Filling newAccumulator() {
        return new Filling(new LifecycleTable(scheme, asOf), Evaluator.of(rules, dictionary, zone));
    }

    @Override
    public void accept(Timeline timeline, Filling into) {
        if (knownOnly && !isKnown(timeline)) {
            return;
        }
        into.evaluator.decide(timeline, asOf);
        into.table.add(timeline.customerHigh(), timeline.customerLow(), stage(into.evaluator));
    }

    @Override
    public Set<String> kinds() {
        return Evaluator.of(rules, dictionary, zone).kinds();
    }

    @Override
    public Filling merge(Filling left, Filling right) {
        left.table.append(right.table);
        return left;
    }

    @Override
    public Filling mergeAll(List<Filling> parts) {
        Filling all = newAccumulator();
        all.table.reserve(parts.stream().mapToInt(part -> part.table.size()).sum());
        parts.forEach(part -> all.table.append(part.table));
        return all;
    }

    private int stage(Evaluator evaluator) {
        if (!evaluator.any()) {
            return LifecycleTable.NOT_YET;
        }
        int last = rules.size() - 1;
        for (int stage = 0; stage < last; stage++) {
            if (evaluator.holds(stage)) {
                return stage;
            }
        }
        return last;
    }

    private boolean isKnown(Timeline timeline) {
        while (timeline.next()) {
            if (timeline.kind() == known) {
                return true;
            }
        }
        return false;
    }
}
