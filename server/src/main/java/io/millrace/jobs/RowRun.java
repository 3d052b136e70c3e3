package io.millrace.jobs;

import io.millrace.jobs.Jobs.State;
import io.millrace.jobs.Jobs.Stopped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a job over its row. */
final class RowRun implements Jobs.Run {
    private final JobTable table;
    private final JobTable.Waiting job;
    private volatile @Nullable String problem;
    private volatile @Nullable State stopped;

    RowRun(JobTable table, JobTable.Waiting job) {
        this.table = table;
        this.job = job;
    }

    @Override
    public UUID id() {
        return job.id();
    }

    @Override
    public String input() {
        return job.input();
    }

    @Override
    public @Nullable String checkpoint() {
        return job.checkpoint();
    }

    @Override
    public void step(
            long done, @Nullable Long total, Map<String, Long> counts, @Nullable String checkpoint)
            throws Stopped {
        Optional<State> wish = table.wished(job.id());
        if (wish.isPresent()) {
            stopped = wish.get();
            throw new Stopped();
        }
        table.progress(job.id(), done, total, counts, checkpoint);
    }

    @Override
    public void errorFile(String url) {
        table.errorFile(job.id(), url);
    }

    @Override
    public void fail(String problemCode) {
        problem = problemCode;
    }

    @Nullable String problem() {
        return problem;
    }

    boolean wasStopped() {
        return stopped != null;
    }

    State stoppedAs() {
        State state = stopped;
        return state == null ? State.CANCELLED : state;
    }
}
