package io.millrace.audiences.live;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.Set;

/** When each customer's first fact happened. */
final class FirstFacts implements Fold<FirstFacts.Found> {
    private static final int STRIDE = 3;

    private final Judge.Erased erased;
    private final int known;

    FirstFacts(Dictionary words, Judge.Erased erased) {
        this.erased = erased;
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
    }

    /** Is told of a customer, and of an instant in microseconds. */
    @FunctionalInterface
    interface Hearer {
        void hear(long high, long low, long micros);
    }

    /** Customers and instants, in primitive columns for a million rows. */
    static final class Found {
        private long[] data = new long[64 * STRIDE];
        private int size;

        private void add(long high, long low, long micros) {
            reserve(size + STRIDE);
            data[size++] = high;
            data[size++] = low;
            data[size++] = micros;
        }

        private Found append(Found other) {
            reserve(size + other.size);
            System.arraycopy(other.data, 0, data, size, other.size);
            size += other.size;
            return this;
        }

        private void reserve(int needed) {
            if (needed > data.length) {
                data = Arrays.copyOf(data, Math.max(needed, Math.multiplyExact(data.length, 2)));
            }
        }

        void each(Hearer hearer) {
            for (int at = 0; at < size; at += STRIDE) {
                hearer.hear(data[at], data[at + 1], data[at + 2]);
            }
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public Found newAccumulator() {
        return new Found();
    }

    @Override
    public void accept(Timeline timeline, Found into) {
        long high = timeline.customerHigh();
        long low = timeline.customerLow();
        if (erased.is(high, low) || !Judge.isKnown(timeline, known)) {
            return;
        }
        timeline.rewind();
        timeline.next();
        into.add(high, low, timeline.occurredAt());
    }

    @Override
    public Found merge(Found left, Found right) {
        return left.append(right);
    }
}
