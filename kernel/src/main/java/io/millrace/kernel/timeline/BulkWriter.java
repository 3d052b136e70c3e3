package io.millrace.kernel.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a new base from facts in any order under a bounded heap: sorts runs of about a million
 * rows, spills them, merges them. Used by one thread. Until {@link #finish} the folder holds no
 * store; an interrupted writer leaves it {@link Opening.Damaged}.
 */
public final class BulkWriter {
    private final StoreFolder folder;
    private final int rowsPerRun;
    private final WordsFile file;
    private final Words words = new Words();
    private final List<SortedRun> spilled = new ArrayList<>();
    private Columns columns = new Columns(1 << 10);

    BulkWriter(Path directory, int rowsPerRun) {
        this.folder = new StoreFolder(directory, 1);
        this.rowsPerRun = rowsPerRun;
        this.file = folder.newWords();
        try {
            StoreFolder.empty(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void add(Fact fact) {
        if (!columns.hasRoom(rowsPerRun)) {
            spill();
        }
        columns.add(fact, words);
    }

    /** Merges what was added and opens the store for use. */
    public TimelineStore finish(long watermark) {
        spill();
        columns = new Columns(0);
        try {
            List<SortedRun> runs = spilled;
            if (runs.size() > 1) {
                runs = List.of(new SegmentMerge(folder::newSegment, rowsPerRun).merge(spilled));
            }
            StoreState state = new StoreState(runs, words, watermark);
            file.persist(words);
            folder.commit(state, file);
            folder.sweep(state, file);
            return new TimelineStore(folder, file, state, rowsPerRun);
        } catch (IOException | DamagedFileException failure) {
            throw TimelineStore.failed(failure);
        }
    }

    private void spill() {
        if (columns.rows == 0) {
            return;
        }
        Path run = folder.newSegment();
        try {
            SegmentWriter.write(columns, columns.order(), run);
            spilled.add(new SortedRun(List.of(Segment.open(run))));
        } catch (IOException | DamagedFileException failure) {
            throw TimelineStore.failed(failure);
        }
        columns.clear();
    }
}
