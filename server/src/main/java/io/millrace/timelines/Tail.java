package io.millrace.timelines;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The thread that keeps the columnar store behind the fact log by a moment. Local commits wake it;
 * for what others commit it looks four times a second. A second thread compacts, so that a large
 * merge of segments delays nobody.
 */
final class Tail implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Commits of so long become one segment; more segments would cost more than they tell. */
    private static final Duration GATHER = Duration.ofMillis(80);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Only a store that cannot move at all keeps anybody waiting so long. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** A step that takes longer than this is a lag, whether facts were announced or not. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Tail.class);

    private final Follower follower;
    private final LongSupplier version;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object key = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition compaction = lock.newCondition();
    private long told;
    private long begun;
    private long completed;
    private boolean awake;
    private int waiting;
    private boolean segmentsCame;
    private Instant levelAt;
    private volatile boolean running;
    private final AtomicLong compactions = new AtomicLong();
    private @Nullable Thread following;
    private @Nullable Thread compacting;

    /**
     * @param version grows with whatever readers could see
     */
    Tail(Follower follower, LongSupplier version, InstantSource clock) {
        this.follower = follower;
        this.version = version;
        this.clock = clock;
        this.levelAt = clock.instant();
    }

    /** Lets the tail look as soon as the caller's transaction has committed. */
    void wakeAfterCommit() {
        if (TransactionSynchronizationManager.hasResource(key)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(key, this);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake();
                    }

                    @Override
                    public void suspend() {
                        TransactionSynchronizationManager.unbindResource(key);
                    }

                    @Override
                    public void resume() {
                        TransactionSynchronizationManager.bindResource(key, Tail.this);
                    }

                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(key);
                    }
                });
    }

    void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    void wake() {
        lock.lock();
        try {
            awake = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a step that began after this call. */
    void catchUp() {
        lock.lock();
        try {
            long wanted = begun + 1;
            awake = true;
            waiting++;
            changed.signalAll();
            long left = LONGEST_WAIT.toNanos();
            while (completed < wanted) {
                if (left <= 0 || !running) {
                    throw new IllegalStateException("the timelines do not follow the fact log");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the timelines");
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** How long the store may be behind: zero if nothing is known to be missing. */
    Duration lag() {
        lock.lock();
        try {
            Duration since = Duration.between(levelAt, clock.instant());
            boolean level = !awake && begun == completed && since.compareTo(LATE) < 0;
            return level || since.isNegative() ? Duration.ZERO : since;
        } finally {
            lock.unlock();
        }
    }

    long compactions() {
        return compactions.get();
    }

    @Override
    public void start() {
        running = true;
        following = Thread.ofPlatform().name("timelines-tail").start(this::follow);
        compacting = Thread.ofPlatform().name("timelines-compaction").start(this::compact);
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            changed.signalAll();
            compaction.signalAll();
        } finally {
            lock.unlock();
        }
        join(following);
        join(compacting);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends a long step when the product stops. */
    private void goOn() {
        if (!running) {
            throw new CancellationException("the product stops");
        }
    }

    private void follow() {
        boolean open = false;
        while (running) {
            Duration rest;
            try {
                if (!open) {
                    follower.open(this::goOn);
                    open = true;
                }
                rest = step() > 0 ? GATHER : Duration.ZERO;
            } catch (DataAccessException | TransactionException outage) {
                log.warn("The fact log cannot be read: {}", outage.toString());
                rest = AFTER_FAILURE;
            } catch (UncheckedIOException damage) {
                log.warn("The columnar store cannot be written, opening it again", damage);
                open = false;
                rest = AFTER_FAILURE;
            } catch (CancellationException stop) {
                return;
            }
            rest(rest);
        }
    }

    private int step() {
        Instant moment = clock.instant();
        long number;
        lock.lock();
        try {
            awake = false;
            number = ++begun;
        } finally {
            lock.unlock();
        }
        int taken = follower.step(this::goOn);
        long now = version.getAsLong();
        if (now != told) {
            told = now;
            listeners.forEach(Runnable::run);
        }
        lock.lock();
        try {
            completed = number;
            levelAt = moment;
            changed.signalAll();
            if (taken > 0) {
                segmentsCame = true;
                compaction.signal();
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    /** Waits at least so long, unless somebody waits for the store, then until woken. */
    private void rest(Duration atLeast) {
        lock.lock();
        try {
            long left = atLeast.toNanos();
            while (running && left > 0 && (waiting == 0 || atLeast == AFTER_FAILURE)) {
                left = changed.awaitNanos(left);
            }
            left = LOOK.toNanos();
            while (running && !awake && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            running = false;
        } finally {
            lock.unlock();
        }
    }

    private void compact() {
        while (running) {
            try {
                awaitSegments();
                while (running && follower.compact()) {
                    compactions.incrementAndGet();
                }
            } catch (UncheckedIOException failure) {
                log.warn("Segments cannot be merged", failure);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void awaitSegments() throws InterruptedException {
        lock.lock();
        try {
            while (running && !segmentsCame) {
                compaction.await();
            }
            segmentsCame = false;
        } finally {
            lock.unlock();
        }
    }

    private static void join(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
