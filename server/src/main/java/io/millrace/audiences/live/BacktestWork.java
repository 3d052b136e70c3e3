package io.millrace.audiences.live;

import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.live.Backtests.Point;
import io.millrace.jobs.Jobs;
import io.millrace.kernel.condition.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Works out a back-test in one scan, and tells how far it is meanwhile. */
@Component
final class BacktestWork implements Jobs.Work {
    static final String KIND = "audience.backtest";
    private static final long TELL_EVERY_MILLIS = 300;

    private final BacktestTable table;
    private final Definitions definitions;
    private final Judging judging;
    private final Roster roster;
    private final JsonMapper json;
    private final Clock clock;

    BacktestWork(
            BacktestTable table,
            Definitions definitions,
            Judging judging,
            Roster roster,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.definitions = definitions;
        this.judging = judging;
        this.roster = roster;
        this.json = json;
        this.clock = clock;
    }

    record Input(UUID backtest) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        UUID id = json.readValue(run.input(), Input.class).backtest();
        BacktestTable.Row row = table.find(id).orElse(null);
        if (row == null) {
            run.fail(AudiencesProblem.NO_SUCH_AUDIENCE.code());
            return;
        }
        run.step(0, null, Map.of(), null);
        Instant begun = clock.instant();
        Condition condition = definitions.inlined(JacksonConditions.parse(row.condition()));
        List<Point> curve =
                curve(run, condition, Moments.between(row.from(), row.to(), row.points()));
        table.done(id, curve, Duration.between(begun, clock.instant()).toMillis());
    }

    private List<Point> curve(Jobs.Run run, Condition condition, List<Instant> instants)
            throws Jobs.Stopped {
        Curve.Progress progress = new Curve.Progress();
        CompletableFuture<List<Point>> curve = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("backtest")
                .start(() -> {
                    try {
                        curve.complete(judging.curve(condition, instants, progress));
                    } catch (RuntimeException | Error failure) {
                        curve.completeExceptionally(failure);
                    }
                });
        long about = roster.read(CustomerNumbers::size);
        while (true) {
            try {
                List<Point> done = curve.get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                long seen = progress.customers.get();
                run.step(seen, seen, Map.of(), null);
                return done;
            } catch (TimeoutException working) {
                tell(run, progress, about);
            } catch (ExecutionException failure) {
                throw new CompletionException(failure.getCause());
            } catch (InterruptedException stop) {
                progress.stopped.set(true);
                Thread.currentThread().interrupt();
                throw new CompletionException(stop);
            }
        }
    }

    private static void tell(Jobs.Run run, Curve.Progress progress, long about)
            throws Jobs.Stopped {
        long seen = progress.customers.get();
        try {
            run.step(seen, Math.max(about, seen), Map.of(), null);
        } catch (Jobs.Stopped stopped) {
            progress.stopped.set(true);
            throw stopped;
        }
    }
}
