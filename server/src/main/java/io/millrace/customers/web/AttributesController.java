package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerEdits;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.AttributeView;
import io.millrace.customers.CustomerFiles.TagCount;
import io.millrace.shared.DataLevel;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AttributesController {
    private final CustomerFiles files;
    private final CustomerEdits edits;
    private final Asker asker;

    AttributesController(CustomerFiles files, CustomerEdits edits, Asker asker) {
        this.files = files;
        this.edits = edits;
        this.asker = asker;
    }

    record Declaration(@Nullable Label label, @Nullable String type, @Nullable String level) {}

    @GetMapping("/attributes")
    @Requires(Permission.CUSTOMERS_READ)
    List<AttributeView> attributes() {
        return files.attributes();
    }

    @PutMapping("/attributes/{name}")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declare(@PathVariable String name, @RequestBody Declaration declaration) {
        var label = declaration.label() == null ? new Label(name, name) : declaration.label();
        var type = declaration.type() == null ? "text" : declaration.type();
        var wrong = edits.declare(name, label, type, level(declaration.level()), asker.name());
        if (!wrong.isEmpty()) {
            throw Refusal.of(SharedProblem.INVALID, wrong);
        }
    }

    private static DataLevel level(@Nullable String text) {
        if (text == null) {
            return DataLevel.CONFIDENTIAL;
        }
        try {
            return DataLevel.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(
                            FieldProblem.of(
                                    "/level",
                                    "shared.unknown-value",
                                    "public, internal, confidential, restricted")));
        }
    }

    @GetMapping("/tags")
    @Requires(Permission.CUSTOMERS_READ)
    List<TagCount> tags() {
        return files.tags();
    }
}
