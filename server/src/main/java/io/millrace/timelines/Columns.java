package io.millrace.timelines;

import io.millrace.kernel.timeline.CustomerMap;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.shared.Refusal;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What readers see of the columnar store: a snapshot, the customers, and a version of both. */
final class Columns {
    /** A consistent reading. The version is at most too old, never too new. */
    record View(Snapshot snapshot, CustomerMap customers, long version) {}

    /** A store that opens or is small is there before a reader has to be sent away. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

    private final Merges merges;
    private final AtomicLong version;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private volatile @Nullable TimelineStore store;

    /**
     * @param clock versions begin with the time, so that they grow over a restart too
     */
    Columns(Merges merges, InstantSource clock) {
        this.merges = merges;
        this.version = new AtomicLong(clock.millis());
    }

    /**
     * What readers see now.
     *
     * @throws Refusal {@link TimelinesProblem#REBUILDING}
     */
    View view() {
        TimelineStore readable = awaitStore();
        long now = version.get();
        CustomerMap customers = merges.customers();
        return new View(readable.snapshot(), customers, now);
    }

    long version() {
        return version.get();
    }

    boolean rebuilding() {
        return store == null;
    }

    /** Rows of the store, 0 while there is none. */
    long rows() {
        TimelineStore readable = store;
        return readable == null ? 0 : readable.snapshot().rows();
    }

    void changed() {
        version.incrementAndGet();
    }

    void open(TimelineStore readable) {
        lock.lock();
        try {
            store = readable;
            changed();
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        store = null;
    }

    private TimelineStore awaitStore() {
        TimelineStore readable = store;
        if (readable != null) {
            return readable;
        }
        lock.lock();
        try {
            long left = PATIENCE;
            while (store == null && left > 0) {
                left = opened.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        readable = store;
        if (readable == null) {
            throw Refusal.of(TimelinesProblem.REBUILDING);
        }
        return readable;
    }
}
