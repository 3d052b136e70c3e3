package io.millrace.intake.files;

import io.millrace.jobs.Jobs.Run;
import io.millrace.jobs.Jobs.Stopped;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The steps of one run: what they do, their report and the job's checkpoint commit together. */
final class Steps {
    private static final int TRIES = 8;

    private final Run run;
    private final ImportPlan plan;
    private final ImportTable imports;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    Steps(
            Run run,
            ImportPlan plan,
            ImportTable imports,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.run = run;
        this.plan = plan;
        this.imports = imports;
        this.transactions = transactions;
        this.json = json;
    }

    ImportTable imports() {
        return imports;
    }

    /** The counts as the last step left them. */
    Tally tally() {
        return Tally.of(imports.find(plan.id()).orElseThrow().report());
    }

    /** One step in a transaction: the work, the rejected rows, the report, the checkpoint. */
    void step(
            Runnable work,
            List<RowError> errors,
            Tally tally,
            long done,
            ImportWork.@Nullable Checkpoint checkpoint)
            throws Stopped {
        Stopped[] stopped = new Stopped[1];
        transactions.executeWithoutResult(status -> {
            try {
                work.run();
                imports.addErrors(plan.id(), errors);
                imports.saveReport(plan.id(), tally.report());
                run.step(
                        done / 2,
                        Math.max(plan.expectedRows(), done / 2),
                        tally.counts(),
                        checkpoint == null ? null : json.writeValueAsString(checkpoint));
            } catch (Stopped e) {
                status.setRollbackOnly();
                stopped[0] = e;
            }
        });
        if (stopped[0] != null) {
            throw stopped[0];
        }
    }

    /** Does the work in a transaction that is undone at its end, as a dry run does. */
    void rehearse(Runnable work) {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    /** Tries again when others held what the work needed. */
    static void retrying(Attempt attempt) throws Stopped {
        for (int i = 1; ; i++) {
            try {
                attempt.run();
                return;
            } catch (ConcurrencyFailureException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    interface Attempt {
        void run() throws Stopped;
    }

    /** Runs in a transaction that this run's progress has no part in. */
    void plainly(Consumer<ImportTable> work) {
        transactions.executeWithoutResult(status -> work.accept(imports));
    }
}
