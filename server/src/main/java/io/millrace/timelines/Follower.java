package io.millrace.timelines;

import io.millrace.kernel.timeline.BulkWriter;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.FactCursor;
import io.millrace.kernel.timeline.Opening;
import io.millrace.kernel.timeline.TimelineStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the columnar store level with the fact log: opens or rebuilds it, then takes over what has
 * become visible since the last step. Used by one thread; compaction runs beside it.
 */
final class Follower {
    /** Facts of a segment: enough to be worth a file, few enough to be held in memory. */
    private static final int CHUNK = 50_000;

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final LogTables tables;
    private final StoreFolders folders;
    private final Columns columns;
    private final Merges merges;
    private final OpenedDates dates;
    private final ReentrantLock maintenance = new ReentrantLock();
    private volatile @Nullable TimelineStore store;
    private volatile long generation;
    private volatile Level level = new Level(new UUID(0, 0), CommitSnapshot.at(0));
    private final RecentSteps recent = new RecentSteps();
    private final AtomicLong rebuilds = new AtomicLong();
    private UUID logId = new UUID(0, 0);
    private CommitSnapshot seen = CommitSnapshot.at(0);

    /** The log that is followed, and what of it the store holds. */
    record Level(UUID log, CommitSnapshot seen) {}

    Follower(
            LogTables tables,
            StoreFolders folders,
            Columns columns,
            Merges merges,
            OpenedDates dates) {
        this.tables = tables;
        this.folders = folders;
        this.columns = columns;
        this.merges = merges;
        this.dates = dates;
    }

    /**
     * Opens the store that is there, or builds it anew.
     *
     * @param goOn called now and then; throws if the work is to end
     */
    void open(Runnable goOn) {
        logId = tables.prepare();
        String wrong = openCurrent();
        if (wrong != null) {
            log.info("Building the timelines from the fact log: {}", wrong);
            columns.close();
            rebuild(goOn);
        }
    }

    /** What forbids to use the store that is there; null if it is in use now. */
    private @Nullable String openCurrent() {
        StoreFolders.Current current = folders.current();
        if (current == null) {
            return "there is no store yet";
        }
        if (!current.log().equals(logId)) {
            return "the store was made of another fact log";
        }
        return switch (TimelineStore.open(folders.folder(current.generation()))) {
            case Opening.Damaged(String reason) -> reason;
            case Opening.Opened(TimelineStore found) -> use(found, current.generation());
        };
    }

    private @Nullable String use(TimelineStore found, long ofGeneration) {
        if (found.watermark() == 0) {
            return "the store is empty";
        }
        if (found.watermark() > tables.read(CommitSnapshot::xmax)) {
            return "the store is ahead of the fact log";
        }
        seen(CommitSnapshot.at(found.watermark()));
        switchTo(found, ofGeneration);
        return null;
    }

    private void rebuild(Runnable goOn) {
        long next = folders.next();
        tables.read(now -> {
            BulkWriter writer = TimelineStore.rebuild(folders.folder(next));
            long[] facts = {0};
            tables.everyFact(fact -> {
                writer.add(fact);
                if (++facts[0] % 10_000 == 0) {
                    goOn.run();
                }
            });
            TimelineStore built = writer.finish(now.xmin());
            folders.use(logId, next);
            seen(now);
            switchTo(built, next);
            log.info("The timelines were built: {} facts", facts[0]);
            return true;
        });
        rebuilds.incrementAndGet();
    }

    private void switchTo(TimelineStore next, long ofGeneration) {
        dates.of(next);
        store = next;
        generation = ofGeneration;
        columns.open(next);
    }

    /** Takes over what has become visible; answers how many facts that were. */
    int step(Runnable goOn) {
        if (merges.follow()) {
            columns.changed();
        }
        return tables.read(now -> take(now, goOn));
    }

    private int take(CommitSnapshot now, Runnable goOn) {
        if (now.sameAs(seen)) {
            return 0;
        }
        Withdrawals.Pending withdrawals = tables.withdrawals().since(seen);
        if (!withdrawals.none()) {
            withdraw(withdrawals);
        }
        Chunks chunks = new Chunks(goOn);
        tables.unseenFacts(seen, chunks);
        chunks.finish(now, !withdrawals.none());
        keep(now, withdrawals, chunks);
        seen(now);
        return chunks.taken;
    }

    private void keep(CommitSnapshot now, Withdrawals.Pending withdrawals, Chunks chunks) {
        List<Fact> last = chunks.last;
        if (last.size() < chunks.taken || !withdrawals.sources().isEmpty()) {
            recent.forget();
        } else {
            recent.add(
                    new RecentSteps.Step(
                            seen, now, last, tables.rebound(seen), withdrawals.profiles()));
        }
    }

    RecentSteps recent() {
        return recent;
    }

    private void seen(CommitSnapshot now) {
        seen = now;
        level = new Level(logId, now);
    }

    private void withdraw(Withdrawals.Pending pending) {
        if (!pending.profiles().isEmpty()) {
            current().forget(pending.profiles(), Erasure.KEPT);
        }
        if (!pending.sources().isEmpty()) {
            removeSources(pending.sources());
        }
        columns.changed();
    }

    private void removeSources(Set<Integer> numbers) {
        Set<String> sources =
                numbers.stream().map(tables::source).collect(Collectors.toUnmodifiableSet());
        Set<UUID> staying = tables.withdrawals().staying(numbers);
        long next = folders.next();
        maintenance.lock();
        try {
            BulkWriter writer = TimelineStore.rebuild(folders.folder(next));
            FactCursor facts = current().snapshot().facts();
            while (facts.next()) {
                Fact fact = facts.fact();
                if (!sources.contains(fact.source()) || staying.contains(fact.id())) {
                    writer.add(fact);
                }
            }
            TimelineStore rest = writer.finish(current().watermark());
            folders.use(logId, next);
            switchTo(rest, next);
        } finally {
            maintenance.unlock();
        }
    }

    /** Merges segments that are worth it; false if there were none. For a thread of its own. */
    boolean compact() {
        maintenance.lock();
        try {
            TimelineStore used = store;
            return used != null && used.compact();
        } finally {
            maintenance.unlock();
        }
    }

    Level level() {
        return level;
    }

    long rebuilds() {
        return rebuilds.get();
    }

    long segments() {
        return folders.segments(generation);
    }

    private TimelineStore current() {
        TimelineStore used = store;
        if (used == null) {
            throw new IllegalStateException("the store is not open");
        }
        return used;
    }

    /** Gathers facts and adds them to the store by the chunk; the last one moves the watermark. */
    private final class Chunks implements Consumer<Fact> {
        private final Runnable goOn;
        private List<Fact> facts = new ArrayList<>();

        /** What was taken over last, which is everything unless there was very much. */
        private List<Fact> last = List.of();

        private int taken;

        Chunks(Runnable goOn) {
            this.goOn = goOn;
        }

        @Override
        public void accept(Fact fact) {
            if (facts.size() == CHUNK) {
                apply(current().watermark());
                goOn.run();
            }
            facts.add(fact);
        }

        void finish(CommitSnapshot now, boolean always) {
            if (always || !facts.isEmpty()) {
                apply(now.xmin());
            }
        }

        private void apply(long watermark) {
            dates.before(facts, current());
            current().apply(facts, watermark);
            columns.changed();
            taken += facts.size();
            last = facts;
            facts = new ArrayList<>();
        }
    }
}
