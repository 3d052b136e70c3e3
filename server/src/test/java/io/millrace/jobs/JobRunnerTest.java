package io.millrace.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.database.TestDatabase;
import io.millrace.jobs.Jobs.Run;
import io.millrace.jobs.Jobs.State;
import io.millrace.jobs.Jobs.Stopped;
import io.millrace.jobs.Jobs.Work;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

class JobRunnerTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JobTable table =
            new JobTable(database.jdbc(), JsonMapper.builder().build(), Clock.systemUTC());
    private final List<JobRunner> runners = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        runners.forEach(JobRunner::close);
        database.close();
    }

    @FunctionalInterface
    interface Body {
        void run(Run run) throws Stopped;
    }

    private static Work work(String kind, Body body) {
        return new Work() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(Run run) throws Stopped {
                body.run(run);
            }
        };
    }

    private Jobs started(Work... works) {
        JobRunner runner = new JobRunner(table, () -> Stream.of(works));
        runners.add(runner);
        runner.start();
        return new QueuedJobs(table, runner, UUID::randomUUID);
    }

    private void awaitState(Jobs jobs, UUID id, State state) {
        await().until(() -> jobs.find(id).orElseThrow().state() == state);
    }

    @Test
    void carriesAJobOutAndKeepsItsCounts() {
        Jobs jobs = started(work("count", run -> run.step(3, 3L, Map.of("created", 3L), null)));

        UUID id = jobs.submit("count", "Counting", "{}");

        awaitState(jobs, id, State.DONE);
        Jobs.Job job = jobs.find(id).orElseThrow();
        assertThat(job.counts()).containsExactly(Map.entry("created", 3L));
        assertThat(job.finishedAt()).isNotNull();
    }

    @Test
    void runsOneJobOfAKindAtATime() {
        Semaphore running = new Semaphore(1);
        List<Boolean> alone = new CopyOnWriteArrayList<>();
        Jobs jobs =
                started(
                        work(
                                "alone",
                                run -> {
                                    alone.add(running.tryAcquire());
                                    run.step(1, null, Map.of(), null);
                                    running.release();
                                }));

        List<UUID> ids =
                Stream.generate(() -> jobs.submit("alone", "Alone", "{}")).limit(5).toList();

        ids.forEach(id -> awaitState(jobs, id, State.DONE));
        assertThat(alone).hasSize(5).containsOnly(true);
    }

    @Test
    void goesOnFromItsCheckpointAfterAPause() {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        List<String> resumedAt = new CopyOnWriteArrayList<>();
        Jobs jobs =
                started(
                        work(
                                "long",
                                run -> {
                                    String checkpoint = run.checkpoint();
                                    if (checkpoint != null) {
                                        resumedAt.add(checkpoint);
                                        return;
                                    }
                                    run.step(1, 2L, Map.of(), "one");
                                    begun.countDown();
                                    go.acquireUninterruptibly();
                                    run.step(2, 2L, Map.of(), "two");
                                }));
        UUID id = jobs.submit("long", "Long", "{}");
        await().until(() -> begun.getCount() == 0);

        assertThat(jobs.pause(id)).isTrue();
        go.release();
        awaitState(jobs, id, State.PAUSED);
        assertThat(jobs.find(id).orElseThrow().done()).isEqualTo(1);

        assertThat(jobs.resume(id)).isTrue();
        awaitState(jobs, id, State.DONE);
        assertThat(resumedAt).containsExactly("one");
    }

    @Test
    void endsACancelledJobAtItsNextStep() {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore go = new Semaphore(0);
        Jobs jobs =
                started(
                        work(
                                "long",
                                run -> {
                                    begun.countDown();
                                    go.acquireUninterruptibly();
                                    run.step(1, null, Map.of(), null);
                                }));
        UUID id = jobs.submit("long", "Long", "{}");
        await().until(() -> begun.getCount() == 0);

        assertThat(jobs.cancel(id)).isTrue();
        go.release();

        awaitState(jobs, id, State.CANCELLED);
        assertThat(jobs.cancel(id)).isFalse();
    }

    @Test
    void resumesWhatADeadProcessLeftRunning() {
        UUID id = UUID.randomUUID();
        table.insert(id, "kind", "Left over", "{}");
        table.take(java.util.Set.of());
        table.progress(id, 7, null, Map.of(), "seven");
        List<String> seen = new CopyOnWriteArrayList<>();

        Jobs jobs = started(work("kind", run -> seen.add(run.checkpoint())));

        awaitState(jobs, id, State.DONE);
        assertThat(seen).containsExactly("seven");
    }

    @Test
    void keepsAWishMadeBeforeTheProcessDied() {
        UUID id = UUID.randomUUID();
        table.insert(id, "kind", "Left over", "{}");
        table.take(java.util.Set.of());
        table.wish(id, State.CANCELLED);

        Jobs jobs = started(work("kind", run -> {}));

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void takesAnOutageForNoFault() {
        List<String> runs = new CopyOnWriteArrayList<>();
        Jobs jobs =
                started(
                        work(
                                "kind",
                                run -> {
                                    runs.add("run");
                                    if (runs.size() == 1) {
                                        throw new DataAccessResourceFailureException("gone");
                                    }
                                }));

        UUID id = jobs.submit("kind", "Interrupted", "{}");

        awaitState(jobs, id, State.DONE);
        assertThat(runs).hasSize(2);
    }

    @Test
    void failsAJobWhoseWorkIsBroken() {
        Jobs jobs =
                started(
                        work(
                                "kind",
                                run -> {
                                    throw new IllegalStateException("broken");
                                }));

        UUID id = jobs.submit("kind", "Broken", "{}");

        awaitState(jobs, id, State.FAILED);
        assertThat(jobs.find(id).orElseThrow().problem()).isEqualTo("jobs.unexpected");
    }
}
