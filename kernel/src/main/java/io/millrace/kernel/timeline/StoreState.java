package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.List;

/** What a store consists of between two changes; a run is older than the runs after it. */
record StoreState(List<SortedRun> runs, Words dictionary, long watermark) {
    StoreState {
        runs = List.copyOf(runs);
    }

    long rows() {
        long rows = 0;
        for (SortedRun run : runs) {
            rows += run.rows();
        }
        return rows;
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (SortedRun run : runs) {
            segments.addAll(run.segments());
        }
        return segments;
    }
}
