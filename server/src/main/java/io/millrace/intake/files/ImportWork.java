package io.millrace.intake.files;

import io.millrace.intake.ImportsToMend;
import io.millrace.jobs.Jobs;
import io.millrace.jobs.Jobs.Run;
import io.millrace.jobs.Jobs.Stopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out an import: first every row is read and staged, then the rows are carried out key by
 * key. Each step commits together with the job's checkpoint, so that a run that was cut off goes on
 * where it stopped and nothing happens twice.
 */
@Component
final class ImportWork implements Jobs.Work {
    static final String KIND = ImportsToMend.JOB;

    private final ImportTable imports;
    private final Plans plans;
    private final Pipelines pipelines;
    private final Staging staging;
    private final RejectedRows rejected;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    ImportWork(
            ImportTable imports,
            Plans plans,
            Pipelines pipelines,
            Staging staging,
            RejectedRows rejected,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.imports = imports;
        this.plans = plans;
        this.pipelines = pipelines;
        this.staging = staging;
        this.rejected = rejected;
        this.transactions = transactions;
        this.json = json;
    }

    /** What a job is given. */
    record Input(UUID id) {}

    /**
     * Where a run left off.
     *
     * @param staged how many rows the staging table must hold
     * @param applied how many of them were carried out
     * @param after the last key that was carried out, null if none was
     */
    record Checkpoint(long staged, long applied, @Nullable String after) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) throws Stopped {
        UUID id = json.readValue(run.input(), Input.class).id();
        ImportTable.Stored imported = imports.find(id).orElse(null);
        if (imported == null) {
            run.fail(ImportProblem.UNKNOWN_IMPORT.code());
            return;
        }
        ImportPlan plan = plans.plan(imported);
        if (!Files.exists(plan.file())) {
            run.fail(ImportProblem.UPLOAD_GONE.code());
            return;
        }
        try {
            carryOut(run, plan);
        } catch (UnreadableFile e) {
            run.fail(e.problem().code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carryOut(Run run, ImportPlan plan) throws IOException, Stopped {
        Steps steps = new Steps(run, plan, imports, transactions, json);
        Pipeline pipeline = pipelines.of(plan);
        Checkpoint checkpoint = staged(run, plan, steps, pipeline);
        new ApplyingRun(steps, plan, pipeline, staging).run(checkpoint);
        staging.drop(plan.id());
        if (steps.tally().report().errors() > 0) {
            run.errorFile("/api/v1/imports/" + plan.id() + "/errors");
            if (!plan.dryRun()) {
                rejected.keep(plan);
            }
        }
    }

    private Checkpoint staged(Run run, ImportPlan plan, Steps steps, Pipeline pipeline)
            throws IOException, Stopped {
        String saved = run.checkpoint();
        // A dry run keeps nothing between its batches, so it begins again.
        if (saved == null || plan.dryRun()) {
            Tally tally = new Tally();
            long staged = new StagingRun(steps, plan, pipeline, staging).run(tally, true);
            return new Checkpoint(staged, 0, null);
        }
        Checkpoint checkpoint = json.readValue(saved, Checkpoint.class);
        if (staging.count(plan.id()) != checkpoint.staged()) {
            new StagingRun(steps, plan, pipeline, staging).run(steps.tally(), false);
        }
        return checkpoint;
    }
}
