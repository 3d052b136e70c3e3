package io.millrace.intake.files;

import io.millrace.customers.FactTrails;
import io.millrace.intake.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Facts that came by a file: which one, and which of its rows as long as the file is kept. */
@Component
final class FileTrails implements FactTrails {
    private static final int SHOWN = 20;

    private final ImportTable imports;
    private final UploadTable uploads;
    private final Plans plans;
    private final Pipelines pipelines;
    private final PersonSearch search;

    FileTrails(
            ImportTable imports,
            UploadTable uploads,
            Plans plans,
            Pipelines pipelines,
            PersonSearch search) {
        this.imports = imports;
        this.uploads = uploads;
        this.plans = plans;
        this.pipelines = pipelines;
        this.search = search;
    }

    @Override
    public @Nullable Trail of(Asked fact) {
        ImportTable.Stored imported = imports.from(fact.source(), fact.recordedAt()).orElse(null);
        if (imported == null) {
            return null;
        }
        UploadTable.Stored upload = uploads.find(imported.upload()).orElse(null);
        return new Trail(
                "import",
                imported.filename(),
                imported.createdAt(),
                List.of(),
                imported.id(),
                imported.createdBy(),
                upload == null ? null : lines(fact, imported, upload));
    }

    private @Nullable List<Long> lines(
            Asked fact, ImportTable.Stored imported, UploadTable.Stored upload) {
        if (upload.removedAt() != null || !Files.exists(upload.path())) {
            return null;
        }
        List<Long> lines = new ArrayList<>();
        try (Rows rows = Sniffer.open(upload.path(), upload.dialect(), Limits.DEFAULT)) {
            Predicate<Rows.Row> speaks = speaks(fact, plans.plan(imported), upload);
            for (Rows.Row row = rows.next();
                    row != null && lines.size() < SHOWN;
                    row = rows.next()) {
                if (speaks.test(row)) {
                    lines.add(row.number());
                }
            }
            return lines;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** By the order's number or the event's message, else by whom the row names. */
    private Predicate<Rows.Row> speaks(Asked fact, ImportPlan plan, UploadTable.Stored upload) {
        String order = fact.subject();
        if (plan.kind() == Kind.ORDERS && order != null && fact.kind().startsWith("order.")) {
            return row -> order.equals(Texts.identifier(plan.cell(row, "order")));
        }
        if (plan.kind() == Kind.EVENTS && fact.key() != null) {
            Pipeline pipeline = pipelines.of(plan);
            return row ->
                    pipeline.read(row) instanceof Pipeline.Reading.Taken(StagedRow taken)
                            && taken.channel() != null
                            && Intake.messageKey(plan.source(), taken.channel()).equals(fact.key());
        }
        return search.naming(upload, fact.members());
    }
}
