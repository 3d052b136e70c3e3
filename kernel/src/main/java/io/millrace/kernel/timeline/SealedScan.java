package io.millrace.kernel.timeline;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds sealed values of attributes without making facts of the rows between them. */
final class SealedScan {
    private final StoreState state;
    private final Set<Integer> wanted;
    private final int changed;
    private final int attribute;
    private final int value;

    SealedScan(StoreState state, Set<String> attributes) {
        this.state = state;
        Dictionary words = state.dictionary();
        wanted = attributes.stream().map(words::code).collect(Collectors.toUnmodifiableSet());
        changed = words.code(Kinds.PROFILE_CHANGED);
        attribute = words.code("attribute");
        value = words.code("value");
    }

    void run(Snapshot.SealedVisitor visitor) {
        if (changed == Dictionary.NONE || value == Dictionary.NONE) {
            return;
        }
        ProfileWalk walk = new ProfileWalk(state.runs(), 0, 0);
        while (walk.next()) {
            Slices slices = walk.slices();
            for (int i = 0; i < slices.count; i++) {
                for (int row = slices.from[i]; row < slices.to[i]; row++) {
                    if (slices.segments[i].kind(row) == changed) {
                        look(slices.segments[i], row, walk, visitor);
                    }
                }
            }
        }
    }

    private void look(Segment segment, int row, ProfileWalk walk, Snapshot.SealedVisitor visitor) {
        int name = Dictionary.NONE;
        int sealedAt = -1;
        for (int i = segment.attributeStart(row); i < segment.attributeEnd(row); i++) {
            if (segment.attributeKey(i) == attribute
                    && segment.attributeTag(i) == AttributeTag.TEXT) {
                name = (int) segment.attributePayload(i);
            } else if (segment.attributeKey(i) == value
                    && segment.attributeTag(i) == AttributeTag.SEALED) {
                sealedAt = (int) segment.attributePayload(i);
            }
        }
        if (sealedAt >= 0 && name != Dictionary.NONE && wanted.contains(name)) {
            visitor.visit(
                    new UUID(walk.high(), walk.low()),
                    state.dictionary().word(name),
                    segment.text(sealedAt));
        }
    }
}
