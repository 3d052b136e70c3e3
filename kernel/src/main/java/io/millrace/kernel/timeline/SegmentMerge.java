package io.millrace.kernel.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Merges runs into one, in segments of a bounded number of rows, cut between profiles. */
final class SegmentMerge {
    private final Supplier<Path> names;
    private final int rowsPerSegment;
    private final Columns columns = new Columns(1 << 10);
    private final List<Segment> written = new ArrayList<>();

    SegmentMerge(Supplier<Path> names, int rowsPerSegment) {
        this.names = names;
        this.rowsPerSegment = rowsPerSegment;
    }

    SortedRun merge(List<SortedRun> runs) throws IOException, DamagedFileException {
        ProfileWalk walk = new ProfileWalk(runs, 0, 0);
        RowMerge rows = new RowMerge();
        while (walk.next()) {
            if (!columns.hasRoom(rowsPerSegment)) {
                flush();
            }
            Slices slices = walk.slices();
            if (slices.count == 1) {
                for (int row = slices.from[0]; row < slices.to[0]; row++) {
                    columns.copy(slices.segments[0], row, walk.high(), walk.low());
                }
                continue;
            }
            rows.start(slices);
            while (rows.next()) {
                columns.copy(rows.segment(), rows.row(), walk.high(), walk.low());
            }
        }
        flush();
        return new SortedRun(written);
    }

    private void flush() throws IOException, DamagedFileException {
        if (columns.rows == 0) {
            return;
        }
        Path file = names.get();
        SegmentWriter.write(columns, columns.unchanged(), file);
        written.add(Segment.open(file));
        columns.clear();
    }
}
