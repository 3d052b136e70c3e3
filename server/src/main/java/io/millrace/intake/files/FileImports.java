package io.millrace.intake.files;

import io.millrace.jobs.Jobs;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
final class FileImports implements Imports {
    private final UploadedFiles files;
    private final UploadTable uploads;
    private final ImportTable imports;
    private final TemplateTable templates;
    private final Plans plans;
    private final Leftovers leftovers;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    FileImports(
            UploadedFiles files,
            UploadTable uploads,
            ImportTable imports,
            TemplateTable templates,
            Plans plans,
            Leftovers leftovers,
            Jobs jobs,
            TransactionTemplate transactions,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.imports = imports;
        this.templates = templates;
        this.plans = plans;
        this.leftovers = leftovers;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Upload upload(String filename, InputStream bytes, String by) throws IOException {
        return files.take(filename, bytes, by);
    }

    @Override
    public Optional<Upload> findUpload(UUID id) {
        return files.find(id);
    }

    @Override
    public Submitted submit(Request request, String by) {
        UploadTable.Stored upload = uploads.find(request.upload()).orElse(null);
        if (upload == null) {
            return refused(ImportProblem.UNKNOWN_UPLOAD);
        }
        if (upload.removedAt() != null || !Files.exists(upload.path())) {
            return refused(ImportProblem.UPLOAD_GONE);
        }
        List<FieldProblem> wrong = plans.check(request, upload);
        if (!wrong.isEmpty()) {
            return new Submitted.Refused(ImportProblem.BAD_MAPPING, wrong);
        }
        leftovers.sweep();
        UUID id = ids.next();
        Import accepted =
                transactions.execute(status -> {
                    String name = request.saveTemplate();
                    if (name != null && !name.isBlank()) {
                        saveTemplate(
                                new Template(
                                        name.strip(),
                                        request.kind(),
                                        request.mapping(),
                                        request.options()));
                    }
                    return queue(id, request, upload, by);
                });
        return new Submitted.Queued(accepted);
    }

    private Import queue(UUID id, Request request, UploadTable.Stored upload, String by) {
        String title =
                (request.dryRun() ? "Try " : "Import ")
                        + request.kind().key()
                        + ": "
                        + upload.filename();
        UUID job =
                jobs.submit(
                        ImportWork.KIND, title, json.writeValueAsString(new ImportWork.Input(id)));
        ImportTable.Stored stored =
                new ImportTable.Stored(
                        id,
                        upload.id(),
                        request.kind(),
                        upload.filename(),
                        request.mapping(),
                        request.options(),
                        request.dryRun(),
                        source(id, request, upload),
                        job,
                        new Tally().report(),
                        clock.instant(),
                        by,
                        null,
                        null);
        imports.insert(stored);
        return view(stored);
    }

    /** Events are told apart by their source too, so that the same file has the same one. */
    private static String source(UUID id, Request request, UploadTable.Stored upload) {
        return request.kind() == Kind.EVENTS
                ? "import:" + upload.sha256().substring(0, 32)
                : "import:" + id;
    }

    private static Submitted refused(ImportProblem problem) {
        return new Submitted.Refused(problem, List.of());
    }

    @Override
    public Submitted runDry(UUID dryRun, String by) {
        ImportTable.Stored tried = imports.find(dryRun).orElse(null);
        if (tried == null) {
            return refused(ImportProblem.UNKNOWN_IMPORT);
        }
        if (!tried.dryRun()) {
            return refused(ImportProblem.NOT_A_DRY_RUN);
        }
        return submit(
                new Request(
                        tried.upload(),
                        tried.kind(),
                        tried.mapping(),
                        tried.options(),
                        false,
                        null),
                by);
    }

    @Override
    public Undoing undo(UUID id, String by) {
        ImportTable.Stored stored = imports.find(id).orElse(null);
        if (stored == null) {
            return new Undoing.Refused(ImportProblem.UNKNOWN_IMPORT);
        }
        if (stored.dryRun() || stored.undoneAt() != null) {
            return new Undoing.Refused(ImportProblem.NOTHING_TO_UNDO);
        }
        Jobs.Job job = jobs.find(stored.job()).orElse(null);
        if (job != null && job.finishedAt() == null) {
            return new Undoing.Refused(ImportProblem.NOT_FINISHED);
        }
        UUID undo =
                transactions.execute(status -> {
                    UUID queued =
                            jobs.submit(
                                    UndoWork.KIND,
                                    "Undo import: " + stored.filename(),
                                    json.writeValueAsString(new ImportWork.Input(id)));
                    imports.undoing(id, queued);
                    return queued;
                });
        return new Undoing.Queued(undo);
    }

    @Override
    public Optional<Import> find(UUID id) {
        return imports.find(id).map(this::view);
    }

    @Override
    public Page<Import> list(@Nullable String cursor, int limit) {
        UUID before = cursor == null ? null : UUID.fromString(cursor);
        List<ImportTable.Stored> found = imports.list(before, limit + 1);
        boolean more = found.size() > limit;
        List<Import> items = found.stream().limit(limit).map(this::view).toList();
        return new Page<>(items, more ? items.getLast().id().toString() : null, null);
    }

    private Import view(ImportTable.Stored stored) {
        boolean errors = stored.report().errors() > 0;
        return new Import(
                stored.id(),
                stored.upload(),
                stored.kind(),
                stored.filename(),
                stored.createdAt(),
                stored.createdBy(),
                stored.mapping(),
                stored.options(),
                stored.dryRun(),
                jobs.find(stored.job()).orElse(null),
                stored.report(),
                errors ? "/api/v1/imports/" + stored.id() + "/errors" : null,
                stored.undoneAt(),
                stored.undoJob());
    }

    @Override
    public List<Import> withErrors() {
        return imports.latest().stream().map(this::view).filter(FileImports::ended).toList();
    }

    private static boolean ended(Import one) {
        Jobs.Job job = one.job();
        return job != null
                && job.finishedAt() != null
                && (job.state() == Jobs.State.FAILED || one.report().errors() > 0);
    }

    @Override
    public void errors(UUID id, Locale language, OutputStream out) throws IOException {
        ImportTable.Stored stored =
                imports.find(id)
                        .orElseThrow(() -> new UnreadableFile(ImportProblem.UNKNOWN_IMPORT));
        UploadTable.Stored upload =
                uploads.find(stored.upload())
                        .orElseThrow(() -> new UnreadableFile(ImportProblem.UNKNOWN_UPLOAD));
        List<RowError> errors = new ArrayList<>();
        imports.errors(id, errors::add);
        new ErrorFile(upload, language, errors).write(out);
    }

    @Override
    public List<Template> templates() {
        return templates.all();
    }

    @Override
    public void saveTemplate(Template template) {
        templates.save(template, clock.instant());
    }

    @Override
    public boolean deleteTemplate(String name) {
        return templates.delete(name);
    }
}
