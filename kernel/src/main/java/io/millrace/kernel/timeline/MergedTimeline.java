package io.millrace.kernel.timeline;

/** A customer whose rows stand in several segments or profiles. */
final class MergedTimeline extends RowTimeline {
    private final RowMerge rows = new RowMerge();
    private Slices slices = new Slices();

    MergedTimeline(Segment any, Cut cut) {
        super(any, cut);
    }

    /** Takes the slices over; they may change again only after the customer. */
    void start(Slices over) {
        slices = over;
        slices.cut(cut.occurredBy());
        rows.start(slices);
    }

    @Override
    public void rewind() {
        rows.rewind();
    }

    @Override
    public boolean next() {
        while (rows.next()) {
            in(rows.segment());
            row = rows.row();
            if (recordedAt() <= cut.recordedBy()) {
                return true;
            }
        }
        return false;
    }

    @Override
    RowTimeline within(Cut narrower) {
        MergedTimeline narrow = new MergedTimeline(segment(), narrower);
        narrow.customer(customerHigh(), customerLow());
        narrow.start(slices.copy());
        return narrow;
    }
}
