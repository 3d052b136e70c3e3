package io.millrace.intake.files;

import io.millrace.jobs.Jobs;
import io.millrace.jobs.Jobs.State;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Staged rows of imports that will not go on: nobody else would ever drop them. */
@Component
final class Leftovers {
    private final Staging staging;
    private final ImportTable imports;
    private final Jobs jobs;

    Leftovers(Staging staging, ImportTable imports, Jobs jobs) {
        this.staging = staging;
        this.imports = imports;
        this.jobs = jobs;
    }

    /** Drops what ended imports left: a cancelled or a failed one cannot do so itself. */
    void sweep() {
        for (UUID id : staging.ids()) {
            boolean ended =
                    imports.find(id)
                            .flatMap(imported -> jobs.find(imported.job()))
                            .filter(job -> job.finishedAt() != null)
                            .isPresent();
            if (ended) {
                staging.drop(id);
            }
        }
    }

    /**
     * Drops what imports of this file staged, but for one that is at work and will do so itself.
     */
    void forget(UUID upload) {
        for (ImportTable.Stored imported : imports.of(upload)) {
            boolean running =
                    jobs.find(imported.job())
                            .filter(job -> job.state() == State.RUNNING)
                            .isPresent();
            if (!running) {
                staging.drop(imported.id());
            }
        }
    }
}
