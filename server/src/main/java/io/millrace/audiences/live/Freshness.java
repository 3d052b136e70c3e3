package io.millrace.audiences.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far memberships are behind what the timelines show. */
@Component
final class Freshness {
    private final Clock clock;
    private @Nullable Instant behindSince;
    private @Nullable Instant workingSince;
    private @Nullable String error;

    Freshness(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        Gauge.builder("millrace.audiences.lag", this, one -> one.lagMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How far memberships are behind the facts")
                .register(registry);
    }

    /** Something came. */
    synchronized void woken() {
        if (behindSince == null) {
            behindSince = clock.instant();
        }
    }

    /** A step begins, which takes in all that came before. */
    synchronized void begun() {
        if (workingSince == null) {
            workingSince = behindSince;
        }
        behindSince = null;
    }

    /** The step has ended. */
    synchronized void level() {
        workingSince = null;
        error = null;
    }

    synchronized void failed(RuntimeException cause) {
        error = cause.toString();
    }

    synchronized long lagMillis() {
        Instant since = workingSince == null ? behindSince : workingSince;
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis());
    }

    synchronized @Nullable String error() {
        return error;
    }
}
