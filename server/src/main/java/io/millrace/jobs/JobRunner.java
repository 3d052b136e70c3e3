package io.millrace.jobs;

import io.millrace.jobs.Jobs.State;
import io.millrace.jobs.Jobs.Stopped;
import io.millrace.jobs.Jobs.Work;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Runs waiting jobs, one of a kind at a time and two at once. One process runs a database's jobs,
 * so whatever is running when it starts was abandoned.
 */
class JobRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final int AT_ONCE = 2;
    private static final int OUTAGES_IN_A_ROW = 60;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final JobTable table;
    private final Supplier<Stream<Work>> works;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore calls = new Semaphore(0);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean closing;

    JobRunner(JobTable table, Supplier<Stream<Work>> works) {
        this.table = table;
        this.works = works;
    }

    /** Begins to run jobs; called once, when all modules are there. */
    void start() {
        int abandoned = table.requeueAbandoned();
        if (abandoned > 0) {
            log.info("{} jobs of an earlier run go on", abandoned);
        }
        Map<String, Work> byKind =
                works.get().collect(Collectors.toMap(Work::kind, Function.identity()));
        Thread.ofPlatform().daemon().name("jobs").start(() -> dispatch(byKind));
    }

    /** Looks for a job now. */
    void wake() {
        calls.release();
    }

    @Override
    public void close() {
        closing = true;
        wake();
    }

    private void dispatch(Map<String, Work> works) {
        while (!closing) {
            try {
                if (!takeOne(works)) {
                    calls.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                    calls.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean takeOne(Map<String, Work> works) throws InterruptedException {
        places.acquire();
        Optional<JobTable.Waiting> taken = Optional.empty();
        try {
            taken = table.take(busy);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Jobs wait for the database: {}", e.getMessage());
        } finally {
            if (taken.isEmpty()) {
                places.release();
            }
        }
        taken.ifPresent(job -> launch(job, works));
        return taken.isPresent();
    }

    private void launch(JobTable.Waiting job, Map<String, Work> works) {
        busy.add(job.kind());
        Thread.ofPlatform()
                .daemon()
                .name("job-" + job.kind())
                .start(() -> {
                    try {
                        runToItsEnd(job, works);
                    } finally {
                        busy.remove(job.kind());
                        places.release();
                        wake();
                    }
                });
    }

    private void runToItsEnd(JobTable.Waiting job, Map<String, Work> works) {
        Work work = works.get(job.kind());
        RowRun run = new RowRun(table, job);
        Supplier<End> outcome =
                work == null
                        ? () -> new End(State.FAILED, JobsProblem.NO_WORK.code())
                        : () -> carriedOut(work, run);
        try {
            End end = outcome.get();
            persist(() -> table.end(job.id(), end.state(), end.problem()));
        } catch (DataAccessException | TransactionException e) {
            interrupted(job, e);
        }
    }

    private record End(State state, @org.jspecify.annotations.Nullable String problem) {}

    private static End carriedOut(Work work, RowRun run) {
        try {
            work.run(run);
            String problem = run.problem();
            return new End(problem == null ? State.DONE : State.FAILED, problem);
        } catch (Stopped stopped) {
            return new End(run.stoppedAs(), null);
        } catch (DataAccessException | TransactionException e) {
            if (Outage.caused(e)) {
                throw e;
            }
            return failed(run, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (run.wasStopped()) {
                // The work carried the stop through a callback that takes no checked exception.
                return new End(run.stoppedAs(), null);
            }
            return failed(run, e);
        }
    }

    private static End failed(RowRun run, Throwable cause) {
        log.error("Job {} failed", run.id(), cause);
        return new End(State.FAILED, JobsProblem.UNEXPECTED.code());
    }

    /** An outage of the database is no fault of the job: it goes on from its checkpoint. */
    private void interrupted(JobTable.Waiting job, RuntimeException cause) {
        log.warn("Job {} is interrupted: {}", job.id(), cause.getMessage());
        persist(() -> {
            if (table.interrupt(job.id()) > OUTAGES_IN_A_ROW) {
                table.end(job.id(), State.FAILED, JobsProblem.UNEXPECTED.code());
            }
        });
    }

    /** The end of a run is written when the database is back, however long that takes. */
    private void persist(Runnable write) {
        while (true) {
            try {
                write.run();
                return;
            } catch (DataAccessException | TransactionException e) {
                if (closing || !Outage.caused(e)) {
                    log.error("A job's end could not be written; it goes on at the next start", e);
                    return;
                }
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
