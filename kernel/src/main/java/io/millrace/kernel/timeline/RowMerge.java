package io.millrace.kernel.timeline;

/** Merges slices into the order (occurredAt, id); a fact that is in several comes once. */
final class RowMerge {
    private Slices slices = new Slices();
    private int[] at = new int[4];
    private int current;
    private int row;
    private boolean started;

    /** Each slice ends before the next one begins, so that nothing has to be compared. */
    private boolean inOrder;

    private long lastAt;
    private long lastHigh;
    private long lastLow;

    void start(Slices over) {
        slices = over;
        if (at.length < over.count) {
            at = new int[over.count * 2];
        }
        inOrder = slices.sort();
        rewind();
    }

    void rewind() {
        System.arraycopy(slices.from, 0, at, 0, slices.count);
        started = false;
        current = 0;
    }

    boolean next() {
        return inOrder ? nextInOrder() : nextOfAll();
    }

    private boolean nextInOrder() {
        while (current < slices.count) {
            if (at[current] < slices.to[current]) {
                row = at[current]++;
                return true;
            }
            current++;
        }
        return false;
    }

    private boolean nextOfAll() {
        while (true) {
            int best = -1;
            for (int i = 0; i < slices.count; i++) {
                if (at[i] < slices.to[i] && (best < 0 || before(i, best))) {
                    best = i;
                }
            }
            if (best < 0) {
                return false;
            }
            current = best;
            row = at[best]++;
            if (!repeats()) {
                return true;
            }
        }
    }

    private boolean repeats() {
        Segment segment = slices.segments[current];
        long occurredAt = segment.occurredAt(row);
        long high = segment.idHigh(row);
        long low = segment.idLow(row);
        boolean repeats = started && occurredAt == lastAt && high == lastHigh && low == lastLow;
        started = true;
        lastAt = occurredAt;
        lastHigh = high;
        lastLow = low;
        return repeats;
    }

    private boolean before(int a, int b) {
        Segment left = slices.segments[a];
        Segment right = slices.segments[b];
        long leftAt = left.occurredAt(at[a]);
        long rightAt = right.occurredAt(at[b]);
        if (leftAt != rightAt) {
            return leftAt < rightAt;
        }
        return Uuids.compare(
                        left.idHigh(at[a]),
                        left.idLow(at[a]),
                        right.idHigh(at[b]),
                        right.idLow(at[b]))
                < 0;
    }

    Segment segment() {
        return slices.segments[current];
    }

    int row() {
        return row;
    }
}
