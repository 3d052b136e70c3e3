package io.millrace.audiences.live;

import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.Refusal;
import io.millrace.timelines.Timelines;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The thread that lets memberships follow; woken by the timelines and by the next timer. */
@Component
final class Follower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** So often it looks, whether somebody woke it or not: clocks may jump. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration SOON = Duration.ofMillis(50);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Timelines timelines;
    private final Loading loading;
    private final Keeper keeper;
    private final Freshness freshness;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean awake;
    private volatile boolean running;
    private @Nullable Thread thread;

    Follower(
            Timelines timelines, Loading loading, Keeper keeper, Freshness freshness, Clock clock) {
        this.timelines = timelines;
        this.loading = loading;
        this.keeper = keeper;
        this.freshness = freshness;
        this.clock = clock;
        timelines.whenChanged(this::wake);
    }

    void wake() {
        freshness.woken();
        lock.lock();
        try {
            awake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        loading.load();
        running = true;
        thread = Thread.ofPlatform().name("audiences").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread following = thread;
        if (following != null) {
            try {
                following.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the timelines have begun to follow, and ends before them. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }

    /** Both begin at once, and before the timelines follow there is nothing to follow. */
    private void awaitTimelines() {
        boolean ready = false;
        while (running && !ready) {
            try {
                timelines.catchUp();
                ready = true;
            } catch (IllegalStateException notYet) {
                rest(SOON);
            }
        }
    }

    private void follow() {
        awaitTimelines();
        while (running) {
            Duration rest = LOOK;
            try {
                begin();
                keeper.step();
                freshness.level();
                rest = untilDue();
            } catch (Ledger.Overtaken other) {
                log.warn("Another process follows the same audiences; reading them again");
                loading.load();
            } catch (DataAccessException | TransactionException | Refusal outage) {
                log.warn("Audiences cannot follow now: {}", outage.toString());
                rest = AFTER_FAILURE;
            } catch (RuntimeException bug) {
                if (!running) {
                    return;
                }
                log.error("A step of the audiences failed", bug);
                freshness.failed(bug);
                rest = AFTER_FAILURE;
            }
            rest(rest);
        }
    }

    private void begin() {
        freshness.begun();
        lock.lock();
        try {
            awake = false;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilDue() {
        Long due = keeper.nextDue();
        if (due == null) {
            return LOOK;
        }
        Duration left = Duration.between(clock.instant(), Micros.toInstant(due));
        return left.compareTo(LOOK) < 0 ? left.plusMillis(1) : LOOK;
    }

    private void rest(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (running && !awake && left > 0) {
                left = woken.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
