package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerEdits;
import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.TagTree;
import io.millrace.customers.TagTree.Category;
import io.millrace.customers.TagTree.Defined;
import io.millrace.customers.TagTree.Definition;
import io.millrace.customers.TagTree.Replaced;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What tags there are, and tagging many customers at once. */
@RestController
@RequestMapping("/api/v1")
class TagsController {
    private final TagTree tree;
    private final CustomerEdits edits;
    private final Asker asker;

    TagsController(TagTree tree, CustomerEdits edits, Asker asker) {
        this.tree = tree;
        this.edits = edits;
        this.asker = asker;
    }

    record Items<T>(List<T> items) {}

    record Made(UUID id) {}

    record Queued(UUID job) {}

    record Body(
            @Nullable String name,
            @Nullable UUID parent,
            @Nullable Boolean oneOf,
            @Nullable Boolean strict,
            @Nullable String colour,
            @Nullable String description,
            @Nullable Boolean archived) {
        Definition definition() {
            return new Definition(
                    name,
                    parent,
                    Boolean.TRUE.equals(oneOf),
                    Boolean.TRUE.equals(strict),
                    colour,
                    description,
                    Boolean.TRUE.equals(archived));
        }
    }

    record Named(@Nullable String value) {}

    record Replacement(@Nullable String with) {}

    @GetMapping("/tag-categories")
    @Requires(Permission.CUSTOMERS_READ)
    Items<Category> categories() {
        return new Items<>(tree.categories());
    }

    @PostMapping("/tag-categories")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Made define(@RequestBody Body body) {
        return made(tree.define(body.definition(), asker.name()));
    }

    @PutMapping("/tag-categories/{id}")
    @Requires(Permission.ATTRIBUTES_WRITE)
    Made redefine(@PathVariable UUID id, @RequestBody Body body) {
        return made(tree.redefine(id, body.definition(), asker.name()));
    }

    @PostMapping("/tag-categories/{id}/values")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    Made allow(@PathVariable UUID id, @RequestBody Named named) {
        return made(tree.allow(id, named.value() == null ? "" : named.value(), asker.name()));
    }

    @DeleteMapping("/tag-categories/{id}/values")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable UUID id, @RequestParam String value) {
        made(tree.archive(id, value, asker.name()));
    }

    @PostMapping("/tag-categories/{id}/replace")
    @Requires(Permission.ATTRIBUTES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued replace(
            @PathVariable UUID id,
            @RequestParam String value,
            @RequestBody Replacement replacement) {
        var with = replacement.with() == null ? "" : replacement.with();
        return switch (tree.replace(id, value, asker.name(), with)) {
            case Replaced.Queued(UUID job) -> new Queued(job);
            case Replaced.Invalid(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
            case Replaced.UnknownValue() -> throw Refusal.of(CustomersProblem.UNKNOWN_CATEGORY);
            case Replaced.InUse(var by) ->
                    throw Refusal.of(
                            CustomersProblem.TAG_IN_USE,
                            by.stream().map(TagTree.Use::name).collect(Collectors.joining(", ")));
        };
    }

    /**
     * @param in selections, as in the list of customers; all of them hold
     */
    record Bulk(@Nullable List<String> in, @Nullable NewTag tag, @Nullable Boolean remove) {}

    @PostMapping("/tags/bulk")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Queued tagMany(@RequestBody Bulk bulk, @Nullable AsOf asOf) {
        if (bulk.tag() == null || bulk.in() == null || bulk.in().isEmpty()) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(
                            FieldProblem.of(
                                    bulk.tag() == null ? "/tag" : "/in", "shared.missing")));
        }
        var remove = Boolean.TRUE.equals(bulk.remove());
        var at = asOf == null ? null : asOf.instant();
        return switch (edits.tagMany(bulk.in(), at, bulk.tag(), remove, asker.name())) {
            case CustomerEdits.Edited.Done<UUID>(UUID job) -> new Queued(job);
            case CustomerEdits.Edited.Invalid<UUID>(var errors) ->
                    throw Refusal.of(SharedProblem.INVALID, errors);
            case CustomerEdits.Edited.UnknownCustomer<UUID> _ ->
                    throw Refusal.of(CustomersProblem.SELECTION_GONE);
        };
    }

    private static Made made(Defined defined) {
        return switch (defined) {
            case Defined.Done(UUID id) -> new Made(id);
            case Defined.Invalid(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
            case Defined.UnknownCategory() -> throw Refusal.of(CustomersProblem.UNKNOWN_CATEGORY);
            case Defined.NameTaken(String name) ->
                    throw Refusal.of(CustomersProblem.CATEGORY_EXISTS, name);
        };
    }
}
