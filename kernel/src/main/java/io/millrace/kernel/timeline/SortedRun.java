package io.millrace.kernel.timeline;

import java.util.List;

/** Segments that follow one another: no profile is in two of them. */
record SortedRun(List<Segment> segments) {
    SortedRun {
        segments = List.copyOf(segments);
    }

    long rows() {
        long rows = 0;
        for (Segment segment : segments) {
            rows += segment.rows();
        }
        return rows;
    }

    /** The first segment whose last profile is not before this one; segments().size() if none. */
    int segmentFor(long high, long low) {
        int from = 0;
        int to = segments.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            Segment segment = segments.get(middle);
            int last = segment.profiles() - 1;
            if (Uuids.compare(segment.profileHigh(last), segment.profileLow(last), high, low) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
