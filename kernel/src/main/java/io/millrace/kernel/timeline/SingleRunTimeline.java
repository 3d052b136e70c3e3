package io.millrace.kernel.timeline;

import java.lang.foreign.MemorySegment;

/**
 * The fast path: a customer whose rows are one range of one segment. Where only some kinds are
 * wanted, their rows are picked once and then walked by every fold of the run.
 */
final class SingleRunTimeline extends RowTimeline {
    private final KindFilter filter;
    private int from;
    private int to;
    private int[] picked = new int[64];
    private int count;
    private int at;

    SingleRunTimeline(Segment any, Cut cut, KindFilter filter) {
        super(any, cut);
        this.filter = filter;
    }

    void start(Segment in, int fromRow, int toRow) {
        in(in);
        from = fromRow;
        to =
                cut.occurredBy() == Long.MAX_VALUE
                        ? toRow
                        : Slices.end(in, fromRow, toRow, cut.occurredBy());
        if (picked.length < to - from) {
            picked = new int[(to - from) * 2];
        }
        count = cut.recordedBy() == Long.MAX_VALUE ? pick(in.kinds) : pickRecorded(in);
        at = 0;
    }

    @Override
    public void rewind() {
        at = 0;
    }

    @Override
    public boolean next() {
        if (at >= count) {
            return false;
        }
        row = picked[at++];
        return true;
    }

    /** The first row and all rows of the wanted kinds, without a branch for each. */
    private int pick(MemorySegment kinds) {
        byte[] wanted = filter.wanted();
        int[] into = picked;
        int size = to > from ? 1 : 0;
        into[0] = from;
        for (int candidate = from + 1; candidate < to; candidate++) {
            into[size] = candidate;
            size += wanted[kinds.getAtIndex(Segment.INT, candidate)];
        }
        return size;
    }

    private int pickRecorded(Segment segment) {
        int size = 0;
        for (int candidate = from; candidate < to; candidate++) {
            if (segment.recordedAt(candidate) <= cut.recordedBy()) {
                picked[size] = candidate;
                size += size == 0 ? 1 : filter.wanted()[segment.kind(candidate)];
            }
        }
        return size;
    }

    @Override
    RowTimeline within(Cut narrower) {
        SingleRunTimeline narrow = new SingleRunTimeline(segment(), narrower, filter);
        narrow.customer(customerHigh(), customerLow());
        narrow.start(segment(), from, to);
        return narrow;
    }
}
