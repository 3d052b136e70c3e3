package io.millrace.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends the wait of requests whose group does not come to an end. One clock for all of them: an
 * alarm of its own for each request would cost more than the rest of its waiting.
 */
final class Patience implements AutoCloseable {
    /** A request waits for so many ticks and at most one more. */
    static final int TICKS = 12;

    private final Map<Submission, Long> waiting = new ConcurrentHashMap<>();
    private final AtomicLong now = new AtomicLong();
    private final ScheduledExecutorService clock;

    private Patience(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** One tick a second. */
    static Patience ofSeconds() {
        Patience patience = stopped();
        patience.clock.scheduleAtFixedRate(patience::tick, 1, 1, TimeUnit.SECONDS);
        return patience;
    }

    /** Ticks only when told to. */
    static Patience stopped() {
        return new Patience(
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("intake-patience").factory()));
    }

    void begin(Submission submission) {
        waiting.put(submission, now.get());
    }

    void end(Submission submission) {
        waiting.remove(submission);
    }

    void tick() {
        long tick = now.incrementAndGet();
        waiting.forEach((submission, since) -> {
            if (tick - since > TICKS) {
                submission.abandon();
                submission.fates().completeExceptionally(new TimeoutException());
            }
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
