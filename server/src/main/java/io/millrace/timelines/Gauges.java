package io.millrace.timelines;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.kernel.timeline.Cut;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be told of the store from outside: metrics, and how fresh it is. */
final class Gauges {
    private record Counted(long version, Instant at, long profiles) {
        boolean serves(long now, Instant moment) {
            return version == now || moment.isBefore(at.plus(COUNT_SERVES));
        }
    }

    /** A walk over all profiles is not worth repeating for every look at a busy store. */
    private static final Duration COUNT_SERVES = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Columns columns;
    private final Follower follower;
    private final Tail tail;
    private final InstantSource clock;
    private final Counter appended;
    private volatile @Nullable Counted counted;

    Gauges(
            JdbcClient jdbc,
            Columns columns,
            Follower follower,
            Tail tail,
            InstantSource clock,
            MeterRegistry registry) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.follower = follower;
        this.tail = tail;
        this.clock = clock;
        this.appended =
                Counter.builder("millrace.timelines.appended")
                        .description("Facts appended to the log by this process")
                        .register(registry);
        Gauge.builder("millrace.timelines.lag", tail, t -> t.lag().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How far the columnar store is behind the fact log")
                .register(registry);
        Gauge.builder("millrace.timelines.facts", columns, Columns::rows).register(registry);
        Gauge.builder("millrace.timelines.segments", follower, Follower::segments)
                .register(registry);
        FunctionCounter.builder("millrace.timelines.compactions", tail, Tail::compactions)
                .register(registry);
        FunctionCounter.builder("millrace.timelines.rebuilds", follower, Follower::rebuilds)
                .register(registry);
    }

    void appended(int facts) {
        appended.increment(facts);
    }

    Timelines.Freshness freshness() {
        return new Timelines.Freshness(
                columns.rows(),
                profiles(),
                follower.segments(),
                tail.lag().toMillis(),
                lastFactAt(),
                columns.rebuilding());
    }

    private @Nullable Instant lastFactAt() {
        return jdbc.sql("select recorded_at from timelines.facts order by tx desc limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private long profiles() {
        Counted last = counted;
        long version = columns.version();
        if (last != null && last.serves(version, clock.instant())) {
            return last.profiles();
        }
        if (columns.rebuilding()) {
            return 0;
        }
        long profiles = count(columns.view().snapshot());
        counted = new Counted(version, clock.instant(), profiles);
        return profiles;
    }

    private static long count(Snapshot snapshot) {
        return switch (FoldRun.over(snapshot).cut(Cut.EVERYTHING).threads(1).run()) {
            case FoldRun.Outcome.Finished(long customers) -> customers;
            case FoldRun.Outcome.Cancelled() -> 0;
        };
    }
}
