package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the facts that complete a sequence. For every step it is enough to know the latest start
 * of a chain that has come so far: whatever another chain could complete, that one can too. For
 * each value of the property that the steps share the chains are kept apart.
 */
final class SequenceTrack extends Counted {
    private static final long NONE = Long.MIN_VALUE;

    private final Selector[] steps;
    private final Selector[] without;
    private final @Nullable Attributes same;
    private final long within;
    private final Keys keys = new Keys();
    private final Cell cell = new Cell();
    private final int stride;

    /** By value: starts of chains before the current instant, and of those that end at it. */
    private long[] starts = {};

    private long[] fresh = {};
    private long[] instants = {};
    private boolean[] excluded = {};

    static SequenceTrack of(
            Condition.Sequence sequence,
            Function<Selection, Selector> selectors,
            Bounds bounds,
            Codes codes) {
        return new SequenceTrack(
                sequence,
                sequence.steps().stream().map(selectors).toList(),
                sequence.without().stream().map(selectors).toList(),
                bounds,
                codes);
    }

    private SequenceTrack(
            Condition.Sequence sequence,
            List<Selector> steps,
            List<Selector> without,
            Bounds bounds,
            Codes codes) {
        super(Stream.concat(steps.stream(), without.stream()), bounds, codes, false);
        this.steps = steps.toArray(new Selector[0]);
        this.without = without.toArray(new Selector[0]);
        this.stride = steps.size();
        this.within = sequence.within().map(Length::micros).orElse(Verdict.NEVER);
        this.same = sequence.same().map(property -> Attributes.of(property, codes)).orElse(null);
    }

    @Override
    void begin(long asOf, boolean closely) {
        super.begin(asOf, closely);
        keys.clear();
        if (same == null) {
            cell.whole(0);
            open(keys.place(cell));
        }
    }

    @Override
    void accept(Timeline fact, long at) {
        int value = 0;
        if (same != null) {
            same.read(fact, cell);
            if (!cell.isReadable()) {
                return;
            }
            int known = keys.size();
            value = keys.place(cell);
            if (value == known) {
                open(value);
            }
        }
        if (at > instants[value]) {
            advance(value, at);
        }
        step(fact, at, value);
    }

    /** Only the last step can change the answer, and whatever changes the others afterwards. */
    @Override
    boolean concerns(Timeline fact) {
        return steps[stride - 1].selects(fact) || cancels(steps, fact) || cancels(without, fact);
    }

    private static boolean cancels(Selector[] selectors, Timeline fact) {
        for (Selector selector : selectors) {
            if (selector.cancels(fact)) {
                return true;
            }
        }
        return false;
    }

    private void open(int value) {
        if (value >= instants.length) {
            int room = Math.max(4, value * 2);
            starts = Arrays.copyOf(starts, room * stride);
            fresh = Arrays.copyOf(fresh, room * stride);
            instants = Arrays.copyOf(instants, room);
            excluded = Arrays.copyOf(excluded, room);
        }
        Arrays.fill(starts, value * stride, (value + 1) * stride, NONE);
        Arrays.fill(fresh, value * stride, (value + 1) * stride, NONE);
        instants[value] = NONE;
        excluded[value] = false;
    }

    /** Chains that ended at the instant before may go on; those that it excluded may not. */
    private void advance(int value, long at) {
        long before = instants[value];
        for (int i = value * stride; i < (value + 1) * stride; i++) {
            starts[i] = Math.max(starts[i], fresh[i]);
            fresh[i] = NONE;
            if (excluded[value] && starts[i] < before) {
                starts[i] = NONE;
            }
        }
        excluded[value] = false;
        instants[value] = at;
    }

    private void step(Timeline fact, long at, int value) {
        int base = value * stride;
        for (int i = 0; i < stride; i++) {
            long start = i == 0 ? at : starts[base + i - 1];
            boolean reached = start != NONE && at - start <= within;
            if (reached && steps[i].selects(fact)) {
                fresh[base + i] = Math.max(fresh[base + i], start);
                if (i == stride - 1) {
                    count(at, cell);
                }
            }
        }
        for (Selector each : without) {
            excluded[value] |= each.selects(fact);
        }
    }
}
