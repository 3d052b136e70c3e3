package io.millrace.kernel.timeline;

import java.util.Arrays;

/** Row ranges of one customer, each sorted by (occurredAt, id); reused for the next customer. */
final class Slices {
    int count;
    Segment[] segments = new Segment[4];
    int[] from = new int[4];
    int[] to = new int[4];

    void clear() {
        count = 0;
    }

    void add(Segment segment, int profile) {
        add(segment, segment.rowStart(profile), segment.rowStart(profile + 1));
    }

    void add(Slices other, int place) {
        add(other.segments[place], other.from[place], other.to[place]);
    }

    private void add(Segment segment, int fromRow, int toRow) {
        if (count == from.length) {
            segments = Arrays.copyOf(segments, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        segments[count] = segment;
        from[count] = fromRow;
        to[count] = toRow;
        count++;
    }

    /** Adds what every run has of a profile. */
    void addAll(StoreState state, long high, long low) {
        for (SortedRun run : state.runs()) {
            int at = run.segmentFor(high, low);
            if (at == run.segments().size()) {
                continue;
            }
            Segment segment = run.segments().get(at);
            int profile = segment.find(high, low);
            if (profile >= 0) {
                add(segment, profile);
            }
        }
    }

    Slices copy() {
        Slices copy = new Slices();
        copy.count = count;
        copy.segments = segments.clone();
        copy.from = from.clone();
        copy.to = to.clone();
        return copy;
    }

    /** Leaves out what occurred after {@code t}. */
    void cut(long t) {
        if (t == Long.MAX_VALUE) {
            return;
        }
        for (int i = 0; i < count; i++) {
            to[i] = end(segments[i], from[i], to[i], t);
        }
    }

    /**
     * Brings the slices into the order of their first rows.
     *
     * @return true if each one ends before the next one begins
     */
    boolean sort() {
        for (int i = 1; i < count; i++) {
            for (int j = i; j > 0 && first(j) < first(j - 1); j--) {
                swap(j);
            }
        }
        for (int i = 1; i < count; i++) {
            if (last(i - 1) >= first(i)) {
                return false;
            }
        }
        return true;
    }

    /** Empty slices come first and are before all others. */
    private long first(int place) {
        return from[place] == to[place]
                ? Long.MIN_VALUE + 1
                : segments[place].occurredAt(from[place]);
    }

    private long last(int place) {
        return from[place] == to[place]
                ? Long.MIN_VALUE
                : segments[place].occurredAt(to[place] - 1);
    }

    private void swap(int place) {
        Segment segment = segments[place];
        segments[place] = segments[place - 1];
        segments[place - 1] = segment;
        int start = from[place];
        from[place] = from[place - 1];
        from[place - 1] = start;
        int end = to[place];
        to[place] = to[place - 1];
        to[place - 1] = end;
    }

    static int end(Segment segment, int from, int to, long t) {
        if (to == from || segment.occurredAt(to - 1) <= t) {
            return to;
        }
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segment.occurredAt(middle) <= t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
