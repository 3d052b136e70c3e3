package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Timeline;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The selected facts strictly after the first or last fact of another selection. */
final class SinceTrack extends Counted {
    private final Selector selector;
    private final Selector anchor;
    private final @Nullable Attributes property;
    private final boolean last;
    private final long within;
    private final Cell cell = new Cell();
    private boolean anchored;
    private long from;

    SinceTrack(
            Selector selector,
            Selector anchor,
            Window.Since window,
            @Nullable Attributes property,
            boolean distinct,
            Codes codes) {
        super(
                Stream.of(selector, anchor),
                new Bounds.Fixed(Long.MIN_VALUE, Verdict.NEVER),
                codes,
                distinct);
        this.selector = selector;
        this.anchor = anchor;
        this.property = property;
        this.last = window.which() == Window.Since.Occurrence.LAST;
        this.within = window.within().map(Length::micros).orElse(Verdict.NEVER);
    }

    @Override
    void begin(long asOf, boolean closely) {
        super.begin(asOf, closely);
        anchored = false;
    }

    @Override
    void accept(Timeline fact, long at) {
        if ((last || !anchored) && anchor.selects(fact)) {
            anchored = true;
            from = at;
            gauge.reset();
            return;
        }
        if (anchored && at > from && at - from <= within && selector.selects(fact)) {
            take(fact, at);
        }
    }

    private void take(Timeline fact, long at) {
        if (property == null) {
            count(at);
            return;
        }
        property.read(fact, cell);
        if (property instanceof Attributes.Subject && cell.isReadable()) {
            cell.text = fact.subject();
        }
        count(at, cell);
    }

    @Override
    boolean concerns(Timeline fact) {
        return selector.cancels(fact)
                || anchor.cancels(fact)
                || selector.selects(fact)
                || (last || !anchored) && anchor.selects(fact);
    }
}
