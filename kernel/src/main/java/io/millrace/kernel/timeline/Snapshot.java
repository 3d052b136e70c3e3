package io.millrace.kernel.timeline;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A consistent, immutable view of a store. It stays readable for ever, whatever the store does
 * afterwards, and is safe for any number of threads; its files are given back when nobody holds it
 * any more.
 */
public final class Snapshot {
    private final StoreState state;

    Snapshot(StoreState state) {
        this.state = state;
    }

    /** The caller's position up to which facts are contained. */
    public long watermark() {
        return state.watermark();
    }

    /** The words of this snapshot; codes are stable for the life of the store. */
    public Dictionary dictionary() {
        return state.dictionary();
    }

    /** Rows in all segments; a fact that was delivered twice may count twice until compaction. */
    public long rows() {
        return state.rows();
    }

    /** The timeline of one customer, whose profiles are given (the root among them). */
    public Timeline timeline(UUID customer, Set<UUID> profiles) {
        long high = customer.getMostSignificantBits();
        long low = customer.getLeastSignificantBits();
        Slices slices = new Slices();
        for (UUID profile : profiles) {
            slices.addAll(
                    state, profile.getMostSignificantBits(), profile.getLeastSignificantBits());
        }
        if (slices.count == 0) {
            return new NoTimeline(high, low);
        }
        MergedTimeline timeline = new MergedTimeline(slices.segments[0], Cut.EVERYTHING);
        timeline.customer(high, low);
        timeline.start(slices);
        return timeline;
    }

    /** The timeline of a profile that is a customer of its own. */
    public Timeline timeline(UUID profile) {
        return timeline(profile, Set.of(profile));
    }

    /**
     * Reads customers one by one for a fold.
     *
     * @param cut what the fold may see
     */
    public CustomerReader reader(Fold<?> fold, Cut cut) {
        return new CustomerReader(state, cut, KindFilter.of(List.of(fold), state.dictionary()));
    }

    /** All facts in the order (profile, occurredAt, id), each once. */
    public FactCursor facts() {
        return new SegmentFactCursor(state);
    }

    /** A sealed value of a profile's attribute. */
    @FunctionalInterface
    public interface SealedVisitor {
        void visit(UUID profile, String attribute, String sealed);
    }

    /** Shows every sealed value that these attributes ever had ({@link Kinds#PROFILE_CHANGED}). */
    public void sealedValues(Set<String> attributes, SealedVisitor visitor) {
        new SealedScan(state, attributes).run(visitor);
    }

    StoreState state() {
        return state;
    }
}
