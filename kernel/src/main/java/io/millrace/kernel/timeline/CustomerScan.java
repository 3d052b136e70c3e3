package io.millrace.kernel.timeline;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visits the customers of one partition in the order of their ids. The timeline that it offers is
 * the same object for many customers.
 */
final class CustomerScan {
    private final StoreState state;
    private final CustomerMap map;
    private final @Nullable UUID end;
    private final ProfileWalk walk;
    private final SingleRunTimeline single;
    private final MergedTimeline merged;
    private final Slices gathered = new Slices();
    private int root;
    private int member;
    private boolean walking;
    private RowTimeline timeline;

    /** Customers with {@code start <= id < end}; null is the end of all. */
    CustomerScan(
            StoreState state,
            CustomerMap map,
            Cut cut,
            KindFilter filter,
            UUID start,
            @Nullable UUID end) {
        this.state = state;
        this.map = map;
        this.end = end;
        Segment any = state.runs().getFirst().segments().getFirst();
        single = new SingleRunTimeline(any, cut, filter);
        merged = new MergedTimeline(any, cut);
        timeline = single;
        walk =
                new ProfileWalk(
                        state.runs(),
                        start.getMostSignificantBits(),
                        start.getLeastSignificantBits());
        root = from(map.roots(), start);
        member = from(map.members(), start);
        walking = step();
    }

    /** Moves to the next customer that has a fact within the cut. */
    boolean next() {
        while (true) {
            boolean rootFirst = root < map.roots().length && rootComes();
            if (rootFirst ? !visitRoot() : !visitProfile()) {
                return false;
            }
            if (timeline.next()) {
                timeline.rewind();
                return true;
            }
        }
    }

    RowTimeline timeline() {
        return timeline;
    }

    /** True if the next root of the map is not after the profile at which the walk stands. */
    private boolean rootComes() {
        return !walking || against(map.roots()[root], walk.high(), walk.low()) <= 0;
    }

    private boolean visitRoot() {
        UUID id = map.roots()[root];
        if (end != null && Uuids.ORDER.compare(id, end) >= 0) {
            return false;
        }
        gathered.clear();
        for (UUID profile : map.profilesOf(root)) {
            gathered.addAll(
                    state, profile.getMostSignificantBits(), profile.getLeastSignificantBits());
        }
        root++;
        offer(id.getMostSignificantBits(), id.getLeastSignificantBits(), gathered);
        if (walking && against(id, walk.high(), walk.low()) == 0) {
            walking = step();
        }
        return true;
    }

    private boolean visitProfile() {
        if (!walking) {
            return false;
        }
        Slices slices = walk.slices();
        long high = walk.high();
        long low = walk.low();
        if (slices.count > 1) {
            gathered.clear();
            for (int i = 0; i < slices.count; i++) {
                gathered.add(slices, i);
            }
            slices = gathered;
        }
        offer(high, low, slices);
        walking = step();
        return true;
    }

    private void offer(long high, long low, Slices slices) {
        if (slices.count == 1) {
            single.start(slices.segments[0], slices.from[0], slices.to[0]);
            timeline = single;
        } else {
            merged.start(slices);
            timeline = merged;
        }
        timeline.customer(high, low);
    }

    /** The next profile of the walk that is nobody's member. */
    private boolean step() {
        while (walk.next()) {
            if (end != null && against(end, walk.high(), walk.low()) <= 0) {
                return false;
            }
            if (!isMember()) {
                return true;
            }
        }
        return false;
    }

    private boolean isMember() {
        UUID[] members = map.members();
        while (member < members.length && against(members[member], walk.high(), walk.low()) < 0) {
            member++;
        }
        return member < members.length && against(members[member], walk.high(), walk.low()) == 0;
    }

    private static int against(UUID id, long high, long low) {
        return Uuids.compare(id.getMostSignificantBits(), id.getLeastSignificantBits(), high, low);
    }

    private static int from(UUID[] sorted, UUID start) {
        int at = Arrays.binarySearch(sorted, start, Uuids.ORDER);
        return at < 0 ? -1 - at : at;
    }
}
