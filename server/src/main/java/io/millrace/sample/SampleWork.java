package io.millrace.sample;

import io.millrace.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Loading and removal are one kind of job, so that they never run side by side. */
@Component
final class SampleWork implements Jobs.Work {
    static final String KIND = "sample";
    static final String LOAD = "{\"do\": \"load\"}";
    static final String REMOVE = "{\"do\": \"remove\"}";

    private final SampleLoad load;
    private final SampleRemoval removal;

    SampleWork(SampleLoad load, SampleRemoval removal) {
        this.load = load;
        this.removal = removal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        if (run.input().contains("remove")) {
            removal.run(run);
        } else {
            load.run(run);
        }
    }
}
