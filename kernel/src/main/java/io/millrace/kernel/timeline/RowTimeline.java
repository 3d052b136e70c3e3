package io.millrace.kernel.timeline;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What the cursors over segments share: the current row. The columns that nearly every fold touches
 * are fields of the cursor itself; the others are found through the segment.
 */
abstract class RowTimeline implements Timeline {
    final Cut cut;
    int row;
    private long high;
    private long low;
    private Segment segment;
    private MemorySegment kinds;
    private MemorySegment occurredAts;
    private MemorySegment amounts;

    RowTimeline(Segment any, Cut cut) {
        this.cut = cut;
        this.segment = any;
        this.kinds = any.kinds;
        this.occurredAts = any.occurredAts;
        this.amounts = any.amounts;
    }

    final void customer(long customerHigh, long customerLow) {
        this.high = customerHigh;
        this.low = customerLow;
    }

    final void in(Segment next) {
        if (next != segment) {
            segment = next;
            kinds = next.kinds;
            occurredAts = next.occurredAts;
            amounts = next.amounts;
        }
    }

    abstract RowTimeline within(Cut narrower);

    final Segment segment() {
        return segment;
    }

    @Override
    public final long customerHigh() {
        return high;
    }

    @Override
    public final long customerLow() {
        return low;
    }

    @Override
    public final int kind() {
        return kinds.getAtIndex(Segment.INT, row);
    }

    @Override
    public final long occurredAt() {
        return occurredAts.getAtIndex(Segment.LONG, row);
    }

    @Override
    public final long recordedAt() {
        return segment.recordedAt(row);
    }

    @Override
    public final long amount() {
        return amounts.getAtIndex(Segment.LONG, row);
    }

    @Override
    public final int currency() {
        return segment.currency(row);
    }

    @Override
    public final int source() {
        return segment.source(row);
    }

    @Override
    public final boolean historical() {
        return (segment.flags(row) & Columns.HISTORICAL) != 0;
    }

    @Override
    public final long subjectHash() {
        return segment.subjectHash(row);
    }

    @Override
    public final String subject() {
        return segment.text(segment.subjectAt(row));
    }

    @Override
    public final boolean has(int attribute) {
        return find(attribute) >= 0;
    }

    @Override
    public final long whole(int attribute, long otherwise) {
        int at = find(attribute);
        return at >= 0 && segment.attributeTag(at) == AttributeTag.WHOLE
                ? segment.attributePayload(at)
                : otherwise;
    }

    @Override
    public final double real(int attribute) {
        int at = find(attribute);
        if (at < 0) {
            return Double.NaN;
        }
        return switch (segment.attributeTag(at)) {
            case AttributeTag.REAL -> Double.longBitsToDouble(segment.attributePayload(at));
            case AttributeTag.WHOLE -> segment.attributePayload(at);
            default -> Double.NaN;
        };
    }

    @Override
    public final int text(int attribute) {
        int at = find(attribute);
        return at >= 0 && segment.attributeTag(at) == AttributeTag.TEXT
                ? (int) segment.attributePayload(at)
                : Dictionary.NONE;
    }

    @Override
    public final @Nullable String sealed(int attribute) {
        int at = find(attribute);
        return at >= 0 && segment.attributeTag(at) == AttributeTag.SEALED
                ? segment.text((int) segment.attributePayload(at))
                : null;
    }

    @Override
    public final boolean flag(int attribute, boolean otherwise) {
        int at = find(attribute);
        return at >= 0 && segment.attributeTag(at) == AttributeTag.FLAG
                ? segment.attributePayload(at) != 0
                : otherwise;
    }

    @Override
    public final long idHigh() {
        return segment.idHigh(row);
    }

    @Override
    public final long idLow() {
        return segment.idLow(row);
    }

    @Override
    public final Timeline asOf(long t) {
        return within(cut.and(Cut.asOf(t)));
    }

    @Override
    public final Timeline knownAt(long t) {
        return within(cut.and(Cut.knownAt(t)));
    }

    private int find(int attribute) {
        int end = segment.attributeEnd(row);
        for (int at = segment.attributeStart(row); at < end; at++) {
            if (segment.attributeKey(at) == attribute) {
                return at;
            }
        }
        return -1;
    }
}
