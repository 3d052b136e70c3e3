package io.millrace.jobs.web;

import io.millrace.jobs.Jobs.Job;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
record JobView(
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

    static JobView of(Job job) {
        return new JobView(
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
