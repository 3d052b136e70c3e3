package io.millrace.customers;

import io.millrace.customers.CustomerFiles.Counts;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;

/** How many facts and orders there are. */
final class CountFold implements Fold<CountFold.Tally> {
    private final int order;

    CountFold(Dictionary dictionary) {
        order = dictionary.code(Kinds.ORDER_COMPLETED);
    }

    static final class Tally {
        private long facts;
        private long orders;

        Counts counts() {
            return new Counts(facts, orders);
        }
    }

    @Override
    public Tally newAccumulator() {
        return new Tally();
    }

    @Override
    public void accept(Timeline timeline, Tally into) {
        while (timeline.next()) {
            into.facts++;
            if (timeline.kind() == order) {
                into.orders++;
            }
        }
    }

    @Override
    public Tally merge(Tally left, Tally right) {
        left.facts += right.facts;
        left.orders += right.orders;
        return left;
    }
}
