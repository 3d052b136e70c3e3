package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Timeline;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves between some stages inside a window. It listens to a path and not to facts. */
final class MoveTrack extends Counted {
    private final @Nullable Wanted from;
    private final @Nullable Wanted to;
    private final @Nullable Since since;

    /** What a window since another fact follows. */
    record Since(Counted anchor, boolean last, long within) {
        static Since of(Window.Since window, Counted anchor) {
            return new Since(
                    anchor,
                    window.which() == Window.Since.Occurrence.LAST,
                    window.within().map(Length::micros).orElse(Verdict.NEVER));
        }

        boolean holds(long at) {
            long begins = begins();
            return at > begins && at - begins <= within;
        }

        /** Without such a fact nothing counts. */
        private long begins() {
            return anchor.gauge.count == 0
                    ? Verdict.NEVER
                    : last ? anchor.gauge.lastAt : anchor.gauge.firstAt;
        }
    }

    /**
     * @param from null for any stage and none
     * @param to null for any stage
     */
    MoveTrack(
            @Nullable Wanted from,
            @Nullable Wanted to,
            Bounds bounds,
            @Nullable Since since,
            Codes codes) {
        super(Stream.empty(), bounds, codes, false);
        this.from = from;
        this.to = to;
        this.since = since;
    }

    /** The earliest instant that the window can reach, now or later. */
    long reach() {
        return since == null ? bounds.reach : since.begins();
    }

    void take(StagePath path) {
        future = path.following();
        if (since != null) {
            future = Math.min(future, since.anchor.future);
        }
        for (int move = 0; move < path.size(); move++) {
            boolean asked =
                    (from == null || from.has(path.from(move)))
                            && (to == null || to.has(path.to(move)));
            if (asked && (since == null || since.holds(path.at(move)))) {
                count(path.at(move));
            }
        }
    }

    @Override
    void accept(Timeline fact, long at) {
        throw new IllegalStateException("moves are no facts");
    }

    @Override
    boolean concerns(Timeline fact) {
        throw new IllegalStateException("moves are no facts");
    }
}
