package io.millrace.intake.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.intake.files.ImportProblem;
import io.millrace.intake.files.Imports;
import io.millrace.shared.Page;
import io.millrace.shared.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/import-templates")
class ImportTemplatesController {
    private final Imports imports;

    ImportTemplatesController(Imports imports) {
        this.imports = imports;
    }

    record Saved(
            @Nullable String kind,
            @Nullable Map<String, String> mapping,
            Imports.@Nullable Options options) {}

    @GetMapping
    @Requires(Permission.IMPORTS_READ)
    Page<Imports.Template> list() {
        return new Page<>(imports.templates(), null, null);
    }

    @PutMapping("/{name}")
    @Requires(Permission.IMPORTS_WRITE)
    Imports.Template save(@PathVariable String name, @RequestBody Saved saved) {
        Map<String, String> mapping = saved.mapping();
        Imports.Options options = saved.options();
        Imports.Template template =
                new Imports.Template(
                        name,
                        ImportsController.kind(saved.kind()),
                        mapping == null ? Map.of() : mapping,
                        options == null ? Imports.Options.NONE : options);
        imports.saveTemplate(template);
        return template;
    }

    @DeleteMapping("/{name}")
    @Requires(Permission.IMPORTS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        if (!imports.deleteTemplate(name)) {
            throw Refusal.of(ImportProblem.UNKNOWN_TEMPLATE);
        }
    }
}
