package io.millrace.kernel.timeline;

/** The fast path: a customer whose rows are one range of one segment. */
final class SingleRunTimeline extends RowTimeline {
    private int from;
    private int to;

    SingleRunTimeline(Segment any, Cut cut) {
        super(any, cut);
    }

    void start(Segment in, int fromRow, int toRow) {
        in(in);
        from = fromRow;
        to =
                cut.occurredBy() == Long.MAX_VALUE
                        ? toRow
                        : Slices.end(in, fromRow, toRow, cut.occurredBy());
        row = fromRow - 1;
    }

    @Override
    public void rewind() {
        row = from - 1;
    }

    @Override
    public boolean next() {
        if (++row >= to) {
            row = to;
            return false;
        }
        return cut.recordedBy() == Long.MAX_VALUE || nextRecorded();
    }

    private boolean nextRecorded() {
        while (row < to && segment().recordedAt(row) > cut.recordedBy()) {
            row++;
        }
        return row < to;
    }

    @Override
    RowTimeline within(Cut narrower) {
        SingleRunTimeline narrow = new SingleRunTimeline(segment(), narrower);
        narrow.customer(customerHigh(), customerLow());
        narrow.start(segment(), from, to);
        return narrow;
    }
}
