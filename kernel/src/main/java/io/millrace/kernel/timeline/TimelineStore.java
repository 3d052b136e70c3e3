package io.millrace.kernel.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The columnar store of timelines: immutable, memory-mapped segments in one folder, derived from
 * the fact log and rebuilt from it whenever it is damaged. All methods are safe for any thread;
 * writers wait for each other, readers wait for nobody.
 */
public final class TimelineStore {
    private TimelineStore() {}

    /** Opens the store in a folder (made if absent) and verifies every byte of it. */
    public static Opening open(Path directory) {
        throw new IllegalStateException("not yet");
    }

    /** Empties the folder and writes a new base; the store exists once the writer has finished. */
    public static BulkWriter rebuild(Path directory) {
        throw new IllegalStateException("not yet");
    }

    /**
     * Adds facts in any order as one small segment, durably and together with the watermark. Facts
     * that the store has already (same id) do no harm.
     *
     * @param watermark the caller's position up to which facts are contained from now on
     */
    public void apply(List<Fact> facts, long watermark) {
        throw new IllegalStateException("not yet");
    }

    /**
     * Merges the segments of the fullest tier, so that the cost of writing stays within a small
     * factor of the facts; call it from a background thread after {@link #apply}.
     *
     * @return false if there was nothing worth merging
     */
    public boolean compact() {
        throw new IllegalStateException("not yet");
    }

    /** Merges everything into one sorted run. */
    public void compactFully() {
        throw new IllegalStateException("not yet");
    }

    /** The caller's position as of the last {@link #apply}; 0 for a new store. */
    public long watermark() {
        return snapshot().watermark();
    }

    public Snapshot snapshot() {
        throw new IllegalStateException("not yet");
    }

    /**
     * Takes persons out of every file: subjects, texts and sealed values of these profiles' facts,
     * and every word that nobody else uses. Kind, times, money, numbers and flags stay, so that the
     * statistics survive; facts of one order still join.
     *
     * @param keptTexts names of text attributes that say nothing of a person (sku, category …)
     */
    public void forget(Set<UUID> profiles, Set<String> keptTexts) {
        throw new IllegalStateException("not yet");
    }
}
