package io.millrace.customers;

import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The door to what tags there are. */
final class TagRoom implements TagTree {
    private static final int LONGEST = 100;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final TagCatalogue catalogue;
    private final TransactionTemplate transactions;
    private final Privacy privacy;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Ids ids;
    private final Supplier<Stream<Uses>> uses;

    TagRoom(
            CustomerParts parts,
            Privacy privacy,
            Jobs jobs,
            JsonMapper json,
            Supplier<Stream<Uses>> uses) {
        this.catalogue = parts.tagCatalogue;
        this.transactions = parts.transactions;
        this.ids = parts.ids;
        this.privacy = privacy;
        this.jobs = jobs;
        this.json = json;
        this.uses = uses;
    }

    @Override
    public List<Category> categories() {
        return catalogue.all(uses());
    }

    private List<Use> uses() {
        return uses.get().flatMap(one -> one.all().stream()).toList();
    }

    @Override
    public Optional<Category> named(String name) {
        return categories().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public Defined define(Definition definition, String by) {
        List<FieldProblem> wrong = wrong(definition);
        Fields.text("/name", definition.name(), LONGEST, wrong);
        parent(null, definition.parent(), wrong);
        if (!wrong.isEmpty()) {
            return new Defined.Invalid(wrong);
        }
        String name = Objects.requireNonNullElse(definition.name(), "").strip();
        UUID id = ids.next();
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    if (!catalogue.insert(id, name, definition)) {
                        return new Defined.NameTaken(name);
                    }
                    privacy.audit(by, "tag-category.define", name, Map.of());
                    return new Defined.Done(id);
                }));
    }

    @Override
    public Defined redefine(UUID category, Definition definition, String by) {
        List<FieldProblem> wrong = wrong(definition);
        parent(category, definition.parent(), wrong);
        if (!wrong.isEmpty()) {
            return new Defined.Invalid(wrong);
        }
        return change(
                category,
                by,
                "tag-category.change",
                () -> {
                    catalogue.update(category, definition);
                });
    }

    @Override
    public Defined allow(UUID category, String value, String by) {
        List<FieldProblem> wrong = new ArrayList<>();
        Fields.text("/value", value, LONGEST, wrong);
        return wrong.isEmpty()
                ? change(
                        category,
                        by,
                        "tag-value.allow",
                        () -> {
                            catalogue.value(category, value.strip(), false);
                        })
                : new Defined.Invalid(wrong);
    }

    @Override
    public Defined archive(UUID category, String value, String by) {
        return change(
                category,
                by,
                "tag-value.archive",
                () -> {
                    catalogue.value(category, value, true);
                });
    }

    private Defined change(UUID category, String by, String action, Runnable change) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    var row = catalogue.find(category);
                    if (row == null) {
                        return new Defined.UnknownCategory();
                    }
                    change.run();
                    privacy.audit(by, action, row.name(), Map.of());
                    return new Defined.Done(category);
                }));
    }

    @Override
    public Replaced replace(UUID category, String value, String by, String with) {
        List<FieldProblem> wrong = new ArrayList<>();
        Fields.text("/with", with, LONGEST, wrong);
        if (wrong.isEmpty() && with.strip().equals(value)) {
            wrong.add(FieldProblem.of("/with", "shared.bad-value"));
        }
        if (!wrong.isEmpty()) {
            return new Replaced.Invalid(wrong);
        }
        Category found =
                categories().stream()
                        .filter(one -> one.id().equals(category))
                        .findFirst()
                        .orElse(null);
        if (found == null || found.values().stream().noneMatch(v -> v.value().equals(value))) {
            return new Replaced.UnknownValue();
        }
        List<Use> users = found.uses().stream().filter(use -> value.equals(use.value())).toList();
        if (!users.isEmpty()) {
            return new Replaced.InUse(users);
        }
        return new Replaced.Queued(
                Objects.requireNonNull(
                        transactions.execute(_ -> queue(found, value, with.strip(), by))));
    }

    private UUID queue(Category category, String value, String with, String by) {
        catalogue.value(category.id(), with, false);
        catalogue.forget(category.id(), value);
        privacy.audit(by, "tag-value.replace", category.name(), Map.of());
        var input = new TagReplacing.Input(category.name(), value, with, by);
        return jobs.submit(
                TagReplacing.KIND,
                category.name() + ": " + value + " → " + with,
                json.writeValueAsString(input));
    }

    private static List<FieldProblem> wrong(Definition definition) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (definition.colour() != null && !COLOUR.matcher(definition.colour()).matches()) {
            wrong.add(FieldProblem.of("/colour", "shared.bad-value"));
        }
        if (definition.description() != null && !definition.description().isBlank()) {
            Fields.text("/description", definition.description(), LONGEST_DESCRIPTION, wrong);
        }
        return wrong;
    }

    /** Another category, and none that lies below this one. */
    private void parent(@Nullable UUID category, @Nullable UUID parent, List<FieldProblem> wrong) {
        Set<UUID> seen = new HashSet<>();
        if (category != null) {
            seen.add(category);
        }
        UUID at = parent;
        while (at != null) {
            var row = catalogue.find(at);
            if (row == null || !seen.add(at)) {
                wrong.add(FieldProblem.of("/parent", "customers.bad-parent"));
                return;
            }
            at = row.parent();
        }
    }
}
