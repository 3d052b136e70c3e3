package io.millrace.jobs;

import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door: rows for the runner to find. */
@Component
class QueuedJobs implements Jobs {
    private final JobTable table;
    private final JobRunner runner;
    private final Ids ids;

    QueuedJobs(JobTable table, JobRunner runner, Ids ids) {
        this.table = table;
        this.runner = runner;
        this.ids = ids;
    }

    @Override
    public UUID submit(String kind, String title, String input) {
        UUID id = ids.next();
        table.insert(id, kind, title, input);
        wakeAfterCommit();
        return id;
    }

    @Override
    public Optional<Job> find(UUID id) {
        return table.find(id);
    }

    @Override
    public Page<Job> list(@Nullable String cursor, int limit) {
        return table.list(cursor, limit);
    }

    @Override
    public boolean cancel(UUID id) {
        return table.move(id, Set.of(State.QUEUED, State.PAUSED), State.CANCELLED)
                || table.wish(id, State.CANCELLED);
    }

    @Override
    public boolean pause(UUID id) {
        return table.move(id, Set.of(State.QUEUED), State.PAUSED) || table.wish(id, State.PAUSED);
    }

    @Override
    public boolean resume(UUID id) {
        boolean moved = table.move(id, Set.of(State.PAUSED), State.QUEUED);
        wakeAfterCommit();
        return moved;
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            runner.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        runner.wake();
                    }
                });
    }
}
