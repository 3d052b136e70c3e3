package io.millrace.audiences.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The thread that looks for what is due; each subscription is served by one thread at a time. */
@Component
final class Sender implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 16;

    private final PushTable pushes;
    private final DeliveryTable deliveries;
    private final Delivering delivering;
    private final Wake wake;
    private final Clock clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private Instant swept = Instant.EPOCH;
    private volatile boolean running;
    private @Nullable Thread thread;

    Sender(
            PushTable pushes,
            DeliveryTable deliveries,
            Delivering delivering,
            Wake wake,
            Clock clock) {
        this.pushes = pushes;
        this.deliveries = deliveries;
        this.delivering = delivering;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("pushes").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        wake.call();
        Thread working = thread;
        try {
            if (working != null) {
                working.join(TimeUnit.SECONDS.toMillis(5));
            }
            if (!places.tryAcquire(AT_ONCE, 15, TimeUnit.SECONDS)) {
                log.warn("A receiver did not answer in time; what it was sent goes again");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                sweep();
                for (PushTable.Receiver ready : pushes.ready(clock.instant())) {
                    launch(ready.id());
                }
                wake.await(LOOK);
            } catch (DataAccessException | TransactionException outage) {
                log.warn("Nothing can be pushed now: {}", outage.toString());
                rest();
            } catch (InterruptedException stop) {
                running = false;
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stop) {
            running = false;
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        if (now.isAfter(swept.plus(SWEEP))) {
            deliveries.sweep(now.minus(KEPT));
            swept = now;
        }
    }

    private void launch(UUID push) throws InterruptedException {
        if (!busy.add(push)) {
            return;
        }
        places.acquire();
        Thread.ofVirtual()
                .name("push-" + push)
                .start(() -> {
                    try {
                        delivering.deliver(push);
                    } catch (DataAccessException | TransactionException outage) {
                        log.warn("A push waits: {}", outage.toString());
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    } finally {
                        busy.remove(push);
                        places.release();
                    }
                });
    }
}
