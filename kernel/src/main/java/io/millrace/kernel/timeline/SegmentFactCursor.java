package io.millrace.kernel.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** All facts of a snapshot as records. */
final class SegmentFactCursor implements FactCursor {
    private final Dictionary dictionary;
    private final ProfileWalk walk;
    private final RowMerge rows = new RowMerge();
    private boolean inside;

    SegmentFactCursor(StoreState state) {
        this.dictionary = state.dictionary();
        this.walk = new ProfileWalk(state.runs(), 0, 0);
    }

    @Override
    public boolean next() {
        while (true) {
            if (inside && rows.next()) {
                return true;
            }
            if (!walk.next()) {
                return false;
            }
            rows.start(walk.slices());
            inside = true;
        }
    }

    @Override
    public UUID profile() {
        return new UUID(walk.high(), walk.low());
    }

    @Override
    public Fact fact() {
        Segment segment = rows.segment();
        int row = rows.row();
        int currency = segment.currency(row);
        int subjectAt = segment.subjectAt(row);
        return new Fact(
                new UUID(segment.idHigh(row), segment.idLow(row)),
                profile(),
                dictionary.word(segment.kind(row)),
                Micros.toInstant(segment.occurredAt(row)),
                Micros.toInstant(segment.recordedAt(row)),
                subjectAt == 0 ? null : segment.text(subjectAt),
                segment.amount(row),
                currency == Dictionary.NONE ? null : dictionary.word(currency),
                attributes(segment, row),
                dictionary.word(segment.source(row)),
                (segment.flags(row) & Columns.HISTORICAL) != 0);
    }

    private Map<String, Value> attributes(Segment segment, int row) {
        Map<String, Value> attributes = new HashMap<>();
        for (int i = segment.attributeStart(row); i < segment.attributeEnd(row); i++) {
            attributes.put(dictionary.word(segment.attributeKey(i)), value(segment, i));
        }
        return attributes;
    }

    private Value value(Segment segment, int place) {
        long payload = segment.attributePayload(place);
        return switch (segment.attributeTag(place)) {
            case AttributeTag.WHOLE -> new Value.Whole(payload);
            case AttributeTag.REAL -> new Value.Real(Double.longBitsToDouble(payload));
            case AttributeTag.FLAG -> new Value.Flag(payload != 0);
            case AttributeTag.TEXT -> new Value.Text(dictionary.word((int) payload));
            default -> new Value.Sealed(segment.text((int) payload));
        };
    }
}
