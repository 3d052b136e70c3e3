package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The orders that have been cancelled. They are known when the walk is over; whoever has to leave
 * them out walks again if there are any.
 */
final class Cancelled extends Listener {
    private long[] orders = new long[8];
    private int size;
    private boolean known;

    Cancelled(Selector cancellations) {
        super(Stream.of(cancellations));
    }

    @Override
    void begin(long asOf, boolean closely) {
        size = 0;
        known = false;
    }

    @Override
    void accept(Timeline fact, long at) {
        long order = fact.subjectHash();
        if (order == 0) {
            return;
        }
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
        }
        orders[size++] = order;
    }

    @Override
    boolean concerns(Timeline fact) {
        return true;
    }

    /** The walk is over; true if there are any. */
    boolean end() {
        Arrays.sort(orders, 0, size);
        known = true;
        return size > 0;
    }

    /** False as long as the walk goes on. */
    boolean has(long order) {
        return known && size > 0 && Arrays.binarySearch(orders, 0, size, order) >= 0;
    }
}
