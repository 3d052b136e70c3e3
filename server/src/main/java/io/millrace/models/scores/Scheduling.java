package io.millrace.models.scores;

import io.millrace.models.scores.Scores.Every;
import io.millrace.models.scores.Scores.Schedule;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts runs at their times. A time that passed while the product was down is made up for once,
 * whatever the number of times.
 */
@Component
final class Scheduling implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Scheduling.class);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final String BY = "schedule";

    private final ScheduleTable schedules;
    private final Starting starting;
    private final TransactionTemplate transactions;
    private final Workspace workspace;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    Scheduling(
            ScheduleTable schedules,
            Starting starting,
            TransactionTemplate transactions,
            Workspace workspace,
            Clock clock) {
        this.schedules = schedules;
        this.starting = starting;
        this.transactions = transactions;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** The first time of a schedule after an instant. */
    static Instant next(Schedule schedule, Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        DayOfWeek weekday = schedule.weekday();
        if (schedule.every() == Every.WEEK && weekday != null) {
            day = day.with(TemporalAdjusters.nextOrSame(weekday));
        }
        Instant time = day.atTime(schedule.at()).atZone(zone).toInstant();
        int step = schedule.every() == Every.WEEK ? 7 : 1;
        return time.isAfter(after)
                ? time
                : day.plusDays(step).atTime(schedule.at()).atZone(zone).toInstant();
    }

    /** Starts what is due. */
    void look() {
        Instant now = clock.instant();
        ZoneId zone = workspace.settings().zone();
        transactions.executeWithoutResult(_ -> {
            for (ScheduleTable.Due due : schedules.due(now)) {
                starting.start(due.model(), null, BY);
                schedules.next(due.model(), next(due.schedule(), now, zone));
            }
        });
    }

    private void lookQuietly() {
        try {
            look();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Schedules of models wait for the database: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("models-schedule").factory());
        fresh.scheduleWithFixedDelay(
                this::lookQuietly, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
        timer = fresh;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
        }
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
