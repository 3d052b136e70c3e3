package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Timeline;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The selected facts of one window and, where it is asked for, one of their properties. */
final class FactTrack extends Counted {
    private final Selector selector;
    private final @Nullable Attributes property;
    private final boolean withSubject;
    private final Cell cell = new Cell();

    FactTrack(
            Selector selector,
            Bounds bounds,
            @Nullable Attributes property,
            boolean distinct,
            Codes codes) {
        super(Stream.of(selector), bounds, codes, distinct);
        this.selector = selector;
        this.property = property;
        this.withSubject = property instanceof Attributes.Subject && !distinct;
    }

    @Override
    void accept(Timeline fact, long at) {
        if (at < bounds.reach || !selector.passes(fact)) {
            return;
        }
        if (property == null) {
            count(at);
            return;
        }
        property.read(fact, cell);
        if (withSubject && cell.isReadable()) {
            cell.text = fact.subject();
        }
        count(at, cell);
    }

    @Override
    boolean concerns(Timeline fact) {
        return selector.cancels(fact) || selector.passes(fact);
    }
}
