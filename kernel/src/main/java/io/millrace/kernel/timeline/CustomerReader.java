package io.millrace.kernel.timeline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timelines of single customers of a snapshot, each in the place of the one before. For
 * one thread.
 */
public final class CustomerReader {
    private final StoreState state;
    private final Slices slices = new Slices();
    private final @Nullable SingleRunTimeline single;
    private final @Nullable MergedTimeline merged;

    CustomerReader(StoreState state, Cut cut, KindFilter filter) {
        this.state = state;
        boolean empty = state.runs().isEmpty();
        Segment any = empty ? null : state.runs().getFirst().segments().getFirst();
        single = any == null ? null : new SingleRunTimeline(any, cut, filter);
        merged = any == null ? null : new MergedTimeline(any, cut);
    }

    /**
     * The customer's timeline as a fold finds it, valid until the next one is read; null if there
     * is no fact of theirs within the cut.
     *
     * @param profiles the customer's, the root among them
     */
    public @Nullable Timeline read(UUID customer, List<UUID> profiles) {
        slices.clear();
        for (int i = 0; i < profiles.size(); i++) {
            UUID profile = profiles.get(i);
            slices.addAll(
                    state, profile.getMostSignificantBits(), profile.getLeastSignificantBits());
        }
        if (slices.count == 0 || single == null || merged == null) {
            return null;
        }
        RowTimeline timeline = start(single, merged);
        timeline.customer(customer.getMostSignificantBits(), customer.getLeastSignificantBits());
        if (!timeline.next()) {
            return null;
        }
        timeline.rewind();
        return timeline;
    }

    private RowTimeline start(SingleRunTimeline one, MergedTimeline several) {
        if (slices.count == 1) {
            one.start(slices.segments[0], slices.from[0], slices.to[0]);
            return one;
        }
        several.start(slices);
        return several;
    }
}
