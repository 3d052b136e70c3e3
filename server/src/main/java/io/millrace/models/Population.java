package io.millrace.models;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * All known customers with their first fact, in the order of their ids. A customer belongs to the
 * population of every instant from their first fact on, even if who they are was learnt later: what
 * an anonymous visitor did belongs to the customer they turned out to be.
 */
public final class Population {
    private int size;
    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private long[] firsts = new long[64];

    Population() {}

    /** The number of customers, whenever they came. */
    public int size() {
        return size;
    }

    public long customerHigh(int row) {
        return highs[row];
    }

    public long customerLow(int row) {
        return lows[row];
    }

    public UUID customer(int row) {
        return new UUID(highs[row], lows[row]);
    }

    /** When the customer's first fact occurred, microseconds since 1970 UTC. */
    public long firstAt(int row) {
        return firsts[row];
    }

    /** How many customers there were at an instant. */
    public int countBy(Instant asOf) {
        return countBetween(Long.MIN_VALUE, Micros.of(asOf));
    }

    /** How many came after one instant and not after another, in microseconds. */
    public int countBetween(long after, long until) {
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (firsts[row] > after && firsts[row] <= until) {
                count++;
            }
        }
        return count;
    }

    /** The customers in the rows that pass. */
    public SortedProfiles where(IntPredicate passes) {
        int[] rows = new int[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (passes.test(row)) {
                rows[count++] = row;
            }
        }
        return SortedProfiles.of(count, n -> rows[n], this::customerHigh, this::customerLow);
    }

    private void add(long high, long low, long first) {
        if (size == highs.length) {
            resize(size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        firsts[size] = first;
        size++;
    }

    private Population append(Population other) {
        int together = size + other.size;
        if (together > highs.length) {
            resize(Math.max(together, highs.length * 2));
        }
        System.arraycopy(other.highs, 0, highs, size, other.size);
        System.arraycopy(other.lows, 0, lows, size, other.size);
        System.arraycopy(other.firsts, 0, firsts, size, other.size);
        size = together;
        return this;
    }

    private void resize(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        firsts = Arrays.copyOf(firsts, capacity);
    }

    /** Gathers the population in one scan. */
    static final class Gathering implements Fold<Population> {
        private final int known;

        Gathering(Dictionary dictionary) {
            this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
        }

        @Override
        public Population newAccumulator() {
            return new Population();
        }

        @Override
        public void accept(Timeline timeline, Population into) {
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

        @Override
        public Population merge(Population left, Population right) {
            return left.append(right);
        }
    }
}
