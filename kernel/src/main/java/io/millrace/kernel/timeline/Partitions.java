package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where the partitions of a scan begin; follows from the store's content alone. */
final class Partitions {
    static final int WANTED = 64;

    private Partitions() {}

    /** Ascending, the first is the lowest of all ids; each is the start of a partition. */
    static List<UUID> starts(StoreState state) {
        List<UUID> starts = new ArrayList<>();
        starts.add(new UUID(0, 0));
        SortedRun largest = state.runs().getFirst();
        for (SortedRun run : state.runs()) {
            largest = run.rows() > largest.rows() ? run : largest;
        }
        long profiles = 0;
        for (Segment segment : largest.segments()) {
            profiles += segment.profiles();
        }
        for (int i = 1; i < WANTED; i++) {
            UUID start = profile(largest, profiles * i / WANTED);
            if (Uuids.ORDER.compare(starts.getLast(), start) < 0) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static UUID profile(SortedRun run, long place) {
        long left = place;
        for (Segment segment : run.segments()) {
            if (left < segment.profiles()) {
                return new UUID(segment.profileHigh((int) left), segment.profileLow((int) left));
            }
            left -= segment.profiles();
        }
        throw new IllegalStateException("beyond the run: " + place);
    }
}
