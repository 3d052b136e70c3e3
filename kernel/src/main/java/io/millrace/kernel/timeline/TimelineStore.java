package io.millrace.kernel.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The columnar store of timelines: immutable, memory-mapped segments in one folder, derived from
 * the fact log and rebuilt from it whenever it is damaged. All methods are safe for any thread;
 * writers wait for each other, readers wait for nobody. One process uses a folder at a time.
 *
 * <p>A failing disk throws {@link UncheckedIOException} and leaves the store as it was.
 */
public final class TimelineStore {
    static final int ROWS_PER_SEGMENT = 1 << 20;

    private final StoreFolder folder;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock maintaining = new ReentrantLock();
    private final int rowsPerSegment;
    private WordsFile words;
    private volatile StoreState state;

    TimelineStore(StoreFolder folder, WordsFile words, StoreState state, int rowsPerSegment) {
        this.folder = folder;
        this.words = words;
        this.state = state;
        this.rowsPerSegment = rowsPerSegment;
    }

    /** Opens the store in a folder (made if absent) and verifies every byte of it. */
    public static Opening open(Path directory) {
        return open(directory, ROWS_PER_SEGMENT);
    }

    static Opening open(Path directory, int rowsPerSegment) {
        try {
            StoreFolder.Found found = StoreFolder.find(directory);
            if (found == null) {
                StoreFolder folder = new StoreFolder(directory, 1);
                StoreState empty = new StoreState(List.of(), new Words(), 0);
                return new Opening.Opened(
                        new TimelineStore(folder, folder.newWords(), empty, rowsPerSegment));
            }
            StoreFolder folder = new StoreFolder(directory, found.nextFile());
            folder.sweep(found.state(), found.words());
            return new Opening.Opened(
                    new TimelineStore(folder, found.words(), found.state(), rowsPerSegment));
        } catch (DamagedFileException damage) {
            return new Opening.Damaged(String.valueOf(damage.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empties the folder and writes a new base; the store exists once the writer has finished. */
    public static BulkWriter rebuild(Path directory) {
        return new BulkWriter(directory, ROWS_PER_SEGMENT);
    }

    /**
     * Adds facts in any order as one small segment, durably and together with the watermark. Facts
     * that the store has already (same id) do no harm.
     *
     * @param watermark the caller's position up to which facts are contained from now on
     */
    public void apply(List<Fact> facts, long watermark) {
        writing.lock();
        try {
            List<SortedRun> runs = new ArrayList<>(state.runs());
            if (!facts.isEmpty()) {
                Columns columns = new Columns(facts.size());
                for (Fact fact : facts) {
                    columns.add(fact, state.dictionary());
                }
                Path file = folder.newSegment();
                SegmentWriter.write(columns, columns.order(), file);
                runs.add(new SortedRun(List.of(Segment.open(file))));
            }
            publish(new StoreState(runs, state.dictionary(), watermark));
        } catch (IOException | DamagedFileException failure) {
            throw failed(failure);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Merges the segments of the fullest tier, so that the cost of writing stays within a small
     * factor of the facts; call it from a background thread after {@link #apply}.
     *
     * @return false if there was nothing worth merging
     */
    public boolean compact() {
        maintaining.lock();
        try {
            List<SortedRun> chosen = Tiers.choose(state.runs());
            return !chosen.isEmpty() && merge(chosen);
        } finally {
            maintaining.unlock();
        }
    }

    /** Merges everything into one sorted run. */
    public void compactFully() {
        maintaining.lock();
        try {
            List<SortedRun> all = state.runs();
            if (all.size() > 1) {
                merge(all);
            }
        } finally {
            maintaining.unlock();
        }
    }

    /** The caller's position as of the last {@link #apply}; 0 for a new store. */
    public long watermark() {
        return state.watermark();
    }

    /** From now on this store's dictionary answers with these; they may grow later. */
    public void know(SealedDates dates) {
        state.dictionary().know(dates);
    }

    public Snapshot snapshot() {
        return new Snapshot(state);
    }

    /**
     * Takes persons out of every file: subjects and attributes of these profiles' facts, and every
     * word that nobody else uses. Kind, times, money and the kept attributes stay, so that the
     * statistics survive, sealed ones never; facts of one order still join. Snapshots that were
     * taken before keep reading what they read.
     *
     * @param kept names of attributes that say nothing of a person (sku, category …)
     */
    public void forget(Set<UUID> profiles, Set<String> kept) {
        maintaining.lock();
        writing.lock();
        try {
            Erasure erasure = new Erasure(state, profiles, kept, folder::newSegment);
            StoreState rest = erasure.run();
            WordsFile rewritten = folder.newWords();
            rewritten.persist(rest.dictionary());
            folder.commit(rest, rewritten);
            words = rewritten;
            state = rest;
            folder.sweep(rest, words);
        } catch (IOException | DamagedFileException failure) {
            throw failed(failure);
        } finally {
            writing.unlock();
            maintaining.unlock();
        }
    }

    private boolean merge(List<SortedRun> chosen) {
        try {
            SortedRun merged = new SegmentMerge(folder::newSegment, rowsPerSegment).merge(chosen);
            writing.lock();
            try {
                List<SortedRun> runs = new ArrayList<>(state.runs());
                int place = runs.indexOf(chosen.getFirst());
                runs.removeAll(chosen);
                runs.add(Math.min(place, runs.size()), merged);
                publish(new StoreState(runs, state.dictionary(), state.watermark()));
                folder.sweep(state, words);
            } finally {
                writing.unlock();
            }
            return true;
        } catch (IOException | DamagedFileException failure) {
            throw failed(failure);
        }
    }

    /** Words before the segments that use them, both before the manifest that names them. */
    private void publish(StoreState next) throws IOException {
        words.persist(next.dictionary());
        folder.commit(next, words);
        state = next;
    }

    static UncheckedIOException failed(Exception failure) {
        return failure instanceof IOException cause
                ? new UncheckedIOException(cause)
                : new UncheckedIOException(new IOException(failure));
    }
}
