package io.millrace.intake.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.intake.files.ImportProblem;
import io.millrace.intake.files.Imports;
import io.millrace.intake.files.Imports.Submitted;
import io.millrace.intake.files.Imports.Undoing;
import io.millrace.intake.files.Kind;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
class ImportsController {
    private final Imports imports;
    private final Access access;

    ImportsController(Imports imports, Access access) {
        this.imports = imports;
        this.access = access;
    }

    /** What is asked for; what is left out is not mapped, or as the workspace has it. */
    record Wanted(
            @Nullable UUID upload,
            @Nullable String kind,
            @Nullable Map<String, String> mapping,
            Imports.@Nullable Options options,
            @Nullable Boolean dryRun,
            @Nullable String saveTemplate) {}

    @PostMapping
    @Requires(Permission.IMPORTS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView submit(@RequestBody Wanted wanted) {
        UUID upload = wanted.upload();
        if (upload == null) {
            throw bad("/upload");
        }
        Map<String, String> mapping = wanted.mapping();
        Imports.Options options = wanted.options();
        return accepted(
                imports.submit(
                        new Imports.Request(
                                upload,
                                kind(wanted.kind()),
                                mapping == null ? Map.of() : mapping,
                                options == null ? Imports.Options.NONE : options,
                                Boolean.TRUE.equals(wanted.dryRun()),
                                wanted.saveTemplate()),
                        caller()));
    }

    static Kind kind(@Nullable String kind) {
        try {
            return Kind.of(kind == null ? "" : kind);
        } catch (IllegalArgumentException e) {
            throw bad("/kind");
        }
    }

    static Refusal bad(String pointer) {
        return Refusal.of(
                ImportProblem.BAD_MAPPING, List.of(FieldProblem.of(pointer, "imports.bad-value")));
    }

    private static ImportView accepted(Submitted answer) {
        return switch (answer) {
            case Submitted.Queued(var accepted) -> ImportView.of(accepted);
            case Submitted.Refused(var problem, var errors) -> throw Refusal.of(problem, errors);
        };
    }

    @GetMapping
    @Requires(Permission.IMPORTS_READ)
    Page<ImportView> list(@RequestParam(defaultValue = "false") boolean errors, Paging paging) {
        if (errors) {
            List<ImportView> waiting = imports.withErrors().stream().map(ImportView::of).toList();
            return new Page<>(waiting, null, (long) waiting.size());
        }
        String cursor = paging.cursor();
        if (cursor != null) {
            try {
                UUID.fromString(cursor);
            } catch (IllegalArgumentException e) {
                throw bad("cursor");
            }
        }
        Page<Imports.Import> page = imports.list(cursor, paging.limit());
        return new Page<>(page.items().stream().map(ImportView::of).toList(), page.next(), null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.IMPORTS_READ)
    ImportView one(@PathVariable UUID id) {
        return ImportView.of(find(id));
    }

    private Imports.Import find(UUID id) {
        return imports.find(id).orElseThrow(() -> Refusal.of(ImportProblem.UNKNOWN_IMPORT));
    }

    /** The rejected rows as they were in the file, so whoever may import may see them. */
    @GetMapping("/{id}/errors")
    @Requires(Permission.IMPORTS_WRITE)
    void errors(@PathVariable UUID id, Locale language, HttpServletResponse response)
            throws IOException {
        find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"errors-" + id + ".csv\"");
        imports.errors(id, language, response.getOutputStream());
    }

    @PostMapping("/{id}/run")
    @Requires(Permission.IMPORTS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView run(@PathVariable UUID id) {
        return accepted(imports.runDry(id, caller()));
    }

    @PostMapping("/{id}/undo")
    @Requires(Permission.IMPORTS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView undo(@PathVariable UUID id) {
        return switch (imports.undo(id, caller())) {
            case Undoing.Queued(UUID job) -> ImportView.of(find(id));
            case Undoing.Refused(var problem) -> throw Refusal.of(problem);
        };
    }

    private String caller() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
