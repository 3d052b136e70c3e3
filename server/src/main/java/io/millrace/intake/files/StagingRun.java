package io.millrace.intake.files;

import io.millrace.jobs.Jobs.Stopped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the whole file into the staging table. */
final class StagingRun {
    private static final int ROWS = 25_000;
    private static final int BYTES = 16 << 20;

    private final Steps steps;
    private final ImportPlan plan;
    private final Pipeline pipeline;
    private final Staging staging;
    private final CopyBuffer buffer = new CopyBuffer();
    private final List<RowError> errors = new ArrayList<>();
    private long staged;

    StagingRun(Steps steps, ImportPlan plan, Pipeline pipeline, Staging staging) {
        this.steps = steps;
        this.plan = plan;
        this.pipeline = pipeline;
        this.staging = staging;
    }

    /**
     * @param counting false if the file was read before and only its rows got lost
     * @return how many rows are staged
     */
    long run(Tally tally, boolean counting) throws IOException, Stopped {
        steps.plainly(imports -> {
            staging.create(plan.id());
            if (counting) {
                imports.clearErrors(plan.id());
            }
        });
        try (Rows rows = Sniffer.open(plan.file(), plan.dialect(), Limits.DEFAULT)) {
            for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
                read(row, tally, counting);
                if (buffer.rows() >= ROWS || buffer.size() >= BYTES || errors.size() >= ROWS) {
                    flush(tally, counting);
                }
            }
        }
        flush(tally, counting);
        steps.plainly(imports -> staging.arrange(plan.id()));
        if (counting && !plan.dryRun()) {
            ImportWork.Checkpoint begun = new ImportWork.Checkpoint(staged, 0, null);
            steps.step(() -> {}, List.of(), tally, staged, begun);
        }
        return staged;
    }

    private void read(Rows.Row row, Tally tally, boolean counting) {
        Pipeline.Reading reading =
                row.tooLong()
                        ? OrderRows.rejected(row, "", "imports.line-too-long")
                        : pipeline.read(row);
        switch (reading) {
            case Pipeline.Reading.Taken(StagedRow taken) -> {
                Staging.add(buffer, taken);
                staged++;
            }
            case Pipeline.Reading.Rejected(RowError error) -> {
                if (counting) {
                    errors.add(error);
                    tally.reject(error);
                }
            }
        }
        if (counting) {
            tally.lines++;
        }
    }

    private void flush(Tally tally, boolean counting) throws Stopped {
        byte[] rows = buffer.finish();
        boolean none = buffer.rows() == 0;
        List<RowError> rejected = List.copyOf(errors);
        Runnable append =
                () -> {
                    if (!none) {
                        staging.append(plan.id(), rows);
                    }
                };
        if (counting) {
            steps.step(append, rejected, tally, tally.lines, null);
        } else {
            steps.plainly(imports -> append.run());
        }
        buffer.clear();
        errors.clear();
    }
}
