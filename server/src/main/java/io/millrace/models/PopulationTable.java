package io.millrace.models;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The population in primitive columns. */
final class PopulationTable implements Population {
    private int size;
    private long[] highs = new long[64];
    private long[] lows = new long[64];
    private long[] firsts = new long[64];

    PopulationTable() {}

    @Override
    public int size() {
        return size;
    }

    @Override
    public UUID customer(int row) {
        return new UUID(highs[row], lows[row]);
    }

    @Override
    public long firstAt(int row) {
        return firsts[row];
    }

    @Override
    public int countBy(Instant asOf) {
        long until = Micros.of(asOf);
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (firsts[row] <= until) {
                count++;
            }
        }
        return count;
    }

    @Override
    public SortedProfiles where(IntPredicate passes) {
        int[] rows = IntStream.range(0, size).filter(passes).toArray();
        return SortedProfiles.of(rows.length, n -> rows[n], row -> highs[row], row -> lows[row]);
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

    private PopulationTable append(PopulationTable other) {
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
    static final class Gathering implements Fold<PopulationTable> {
        private final int known;

        Gathering(Dictionary dictionary) {
            this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
        }

        @Override
        public PopulationTable newAccumulator() {
            return new PopulationTable();
        }

        @Override
        public void accept(Timeline timeline, PopulationTable into) {
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

        /** The first fact is shown in any case. */
        @Override
        public Set<String> kinds() {
            return Set.of(Kinds.CUSTOMER_KNOWN);
        }

        @Override
        public PopulationTable merge(PopulationTable left, PopulationTable right) {
            return left.append(right);
        }
    }
}
