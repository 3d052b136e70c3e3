package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.List;

/** Visits the profiles of several runs in order, each once, with its rows in all of them. */
final class ProfileWalk {
    /** Where one run stands. */
    private static final class Head {
        final List<Segment> segments;
        int segment;
        int profile;
        long high;
        long low;

        Head(SortedRun run, long high, long low) {
            this.segments = run.segments();
            this.segment = run.segmentFor(high, low);
            if (segment < segments.size()) {
                int found = segments.get(segment).find(high, low);
                profile = found >= 0 ? found : -1 - found;
            }
        }

        /** Loads the profile at which it stands; false at the end. */
        boolean load() {
            if (segment < segments.size() && profile == segments.get(segment).profiles()) {
                segment++;
                profile = 0;
            }
            if (segment >= segments.size()) {
                return false;
            }
            high = segments.get(segment).profileHigh(profile);
            low = segments.get(segment).profileLow(profile);
            return true;
        }
    }

    private final List<Head> heads = new ArrayList<>();
    private final Slices slices = new Slices();
    private long high;
    private long low;

    /** From the first profile that is not before this one. */
    ProfileWalk(List<SortedRun> runs, long fromHigh, long fromLow) {
        for (SortedRun run : runs) {
            Head head = new Head(run, fromHigh, fromLow);
            if (head.load()) {
                heads.add(head);
            }
        }
    }

    boolean next() {
        slices.clear();
        if (heads.isEmpty()) {
            return false;
        }
        Head first = heads.getFirst();
        high = first.high;
        low = first.low;
        for (int i = 1; i < heads.size(); i++) {
            Head head = heads.get(i);
            if (Uuids.compare(head.high, head.low, high, low) < 0) {
                high = head.high;
                low = head.low;
            }
        }
        for (int i = heads.size() - 1; i >= 0; i--) {
            take(heads.get(i), i);
        }
        return true;
    }

    private void take(Head head, int place) {
        if (head.high != high || head.low != low) {
            return;
        }
        slices.add(head.segments.get(head.segment), head.profile);
        head.profile++;
        if (!head.load()) {
            heads.remove(place);
        }
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** Valid until the next step. */
    Slices slices() {
        return slices;
    }
}
