package io.millrace.intake.files;

import io.millrace.jobs.Jobs.Stopped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries out the staged rows in batches of whole keys. */
final class ApplyingRun {
    private static final int ROWS = 25_000;

    private final Steps steps;
    private final ImportPlan plan;
    private final Pipeline pipeline;
    private final Staging staging;
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> made = new HashSet<>();

    ApplyingRun(Steps steps, ImportPlan plan, Pipeline pipeline, Staging staging) {
        this.steps = steps;
        this.plan = plan;
        this.pipeline = pipeline;
        this.staging = staging;
    }

    void run(ImportWork.Checkpoint from) throws Stopped {
        ImportWork.Checkpoint at = from;
        CompletableFuture<List<StagedRow>> ahead = read(at.after());
        for (List<StagedRow> rows = ahead.join(); !rows.isEmpty(); rows = ahead.join()) {
            String last = rows.getLast().key();
            ahead = read(last);
            at = new ImportWork.Checkpoint(at.staged(), at.applied() + rows.size(), last);
            List<StagedRow> batch = rows;
            ImportWork.Checkpoint reached = at;
            Steps.retrying(() -> apply(batch, reached));
        }
    }

    /** The next rows are read while the ones before them are carried out. */
    private CompletableFuture<List<StagedRow>> read(@Nullable String after) {
        return CompletableFuture.supplyAsync(() -> staging.next(plan.id(), after, ROWS));
    }

    private void apply(List<StagedRow> rows, ImportWork.Checkpoint reached) throws Stopped {
        Applied applied = new Applied(steps.tally());
        long done = reached.staged() + reached.applied();
        if (plan.dryRun()) {
            steps.rehearse(() -> pipeline.apply(rows, applied));
            countNames(applied);
            steps.step(() -> {}, applied.errors, applied.tally, done, null);
            return;
        }
        steps.step(
                () -> {
                    pipeline.apply(rows, applied);
                    ImportTable.Seen seenNow = steps.imports().saw(plan.id(), applied.customers);
                    applied.tally.customers += seenNow.customers();
                    applied.tally.customersCreated += seenNow.created();
                },
                applied.errors,
                applied.tally,
                done,
                reached);
    }

    /** A dry run makes nobody, so it tells customers apart by what the file calls them. */
    private void countNames(Applied applied) {
        for (String name : applied.claims) {
            applied.tally.customers += seen.add(hash(name)) ? 1 : 0;
        }
        for (String name : applied.newClaims) {
            applied.tally.customersCreated += made.add(hash(name)) ? 1 : 0;
        }
    }

    private static long hash(String name) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + name.charAt(i);
        }
        return hash;
    }
}
