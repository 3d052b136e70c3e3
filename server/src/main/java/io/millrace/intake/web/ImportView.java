package io.millrace.intake.web;

import io.millrace.intake.files.Imports;
import io.millrace.intake.files.Kind;
import io.millrace.jobs.Jobs;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it. */
record ImportView(
        UUID id,
        UUID upload,
        Kind kind,
        String filename,
        Instant createdAt,
        String by,
        Map<String, String> mapping,
        Imports.Options options,
        boolean dryRun,
        @Nullable JobOf job,
        Imports.Report report,
        @Nullable String errorFile,
        @Nullable Instant undone,
        @Nullable UUID undoJob) {
    static ImportView of(Imports.Import found) {
        return new ImportView(
                found.id(),
                found.upload(),
                found.kind(),
                found.filename(),
                found.createdAt(),
                found.by(),
                found.mapping(),
                found.options(),
                found.dryRun(),
                JobOf.of(found.job()),
                found.report(),
                found.errorFile(),
                found.undone(),
                found.undoJob());
    }

    /** The import's job, as jobs themselves are shown. */
    record JobOf(
            UUID id,
            String kind,
            String title,
            String state,
            long done,
            @Nullable Long total,
            Map<String, Long> counts,
            @Nullable String errorFile,
            @Nullable String problem,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static @Nullable JobOf of(Jobs.@Nullable Job job) {
            return job == null
                    ? null
                    : new JobOf(
                            job.id(),
                            job.kind(),
                            job.title(),
                            job.state().name().toLowerCase(Locale.ROOT),
                            job.done(),
                            job.total(),
                            job.counts(),
                            job.errorFile(),
                            job.problem(),
                            job.createdAt(),
                            job.startedAt(),
                            job.finishedAt());
        }
    }
}
