package io.millrace.audiences.tags;

import io.millrace.shared.Refusal;
import io.millrace.timelines.Timelines;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The thread that lets tags follow the audiences; woken by the timelines. */
@Component
final class TagFollower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TagFollower.class);

    /** So often it looks, whether somebody woke it or not: tags expire, and clocks may jump. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final TagKeeper keeper;
    private final BlockingQueue<Boolean> wakes = new LinkedBlockingQueue<>(1);
    private volatile boolean running;
    private @Nullable Thread thread;

    TagFollower(TagKeeper keeper, Timelines timelines) {
        this.keeper = keeper;
        timelines.whenChanged(() -> wakes.offer(true));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("tags").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            wakes.offer(true);
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

    private void run() {
        while (running) {
            try {
                keeper.step();
            } catch (DataAccessException | TransactionException | Refusal outage) {
                log.warn("Tags cannot follow now: {}", outage.toString());
            } catch (RuntimeException bug) {
                log.error("A step of the tags failed", bug);
            }
            try {
                wakes.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }
}
