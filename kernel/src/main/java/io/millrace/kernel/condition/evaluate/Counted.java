package io.millrace.kernel.condition.evaluate;

import java.util.stream.Stream;

/** A listener that gauges the facts inside a window. */
abstract class Counted extends Listener {
    final Gauge gauge;
    final Bounds bounds;
    private final Journal journal = new Journal();
    private final Gauge rest;
    private final Cell scratch = new Cell();
    private boolean closely;
    private long enters;

    Counted(Stream<Selector> selectors, Bounds bounds, Codes codes, boolean distinct) {
        super(selectors);
        this.bounds = bounds;
        this.gauge = new Gauge(codes, distinct);
        this.rest = new Gauge(codes, distinct);
    }

    @Override
    void begin(long asOf, boolean closelyToo) {
        bounds.prepare(asOf);
        gauge.reset();
        closely = closelyToo && bounds.moves();
        enters = Verdict.NEVER;
        journal.clear();
    }

    /** Counts a selected fact whose value nobody asks for, if it is inside the window. */
    final void count(long at) {
        if (closely) {
            scratch.set(Cell.NOTHING, 0);
            count(at, scratch);
        } else if (bounds.inside(at)) {
            gauge.add(at);
        }
    }

    /** Counts a selected fact with a value, if it is inside the window. */
    final void count(long at, Cell cell) {
        if (bounds.inside(at)) {
            gauge.add(at, cell);
            if (closely) {
                journal.add(at, cell);
            }
        } else if (closely) {
            enters = Math.min(enters, bounds.enters(at));
        }
    }

    /** When time alone can change whether the answer to a question reaches a level. */
    final long until(Question question, Truth level, long asOf) {
        long until = Math.min(future, enters);
        if (bounds instanceof Bounds.Around around && gauge.count > 0) {
            until = Math.min(until, around.shifts());
        }
        if (!question.isElapsed()) {
            return Math.min(until, peel(question, level, asOf));
        }
        if (gauge.count == 0) {
            return until;
        }
        return Math.min(
                until, Math.min(question.flips(gauge, asOf), bounds.leaves(question.from(gauge))));
    }

    /**
     * Takes the facts away in the order in which they leave, until the answer is another. Where
     * they do not leave in order, or floating sums would depend on the order of adding, the first
     * to leave is the answer.
     */
    private long peel(Question question, Truth level, long asOf) {
        if (journal.size() == 0) {
            return Verdict.NEVER;
        }
        if (!question.canPeel(gauge)) {
            return firstToLeave();
        }
        boolean now = question.answer(gauge, asOf).reaches(level);
        long until = Verdict.NEVER;
        long following = Verdict.NEVER;
        rest.reset();
        for (int i = journal.size() - 1; i >= 0; i--) {
            long leaves = bounds.leaves(journal.at(i));
            if (leaves > following) {
                return firstToLeave();
            }
            if (leaves < following && question.answer(rest, asOf).reaches(level) != now) {
                until = leaves;
            }
            journal.read(i, scratch);
            rest.addBefore(journal.at(i), scratch);
            following = leaves;
        }
        return until;
    }

    private long firstToLeave() {
        long first = Verdict.NEVER;
        for (int i = 0; i < journal.size(); i++) {
            first = Math.min(first, bounds.leaves(journal.at(i)));
        }
        return first;
    }
}
