package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerEdits;
import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.customers.CustomerEdits.NewContact;
import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.customers.CustomerFiles.ContactView;
import io.millrace.customers.CustomerFiles.TagView;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.web.CustomersController.Paths;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{id}")
class CustomerEditsController {
    private static final int LONGEST_REASON = 500;

    private final CustomerEdits edits;
    private final Asker asker;

    CustomerEditsController(CustomerEdits edits, Asker asker) {
        this.edits = edits;
        this.asker = asker;
    }

    record Reveal(@Nullable List<String> fields, @Nullable String reason) {}

    record Revealed(Map<String, String> values) {}

    @PostMapping("/reveal")
    @Requires(Permission.CUSTOMERS_REVEAL)
    Revealed reveal(@PathVariable String id, @RequestBody Reveal request) {
        var reason = request.reason();
        if (reason == null || reason.isBlank()) {
            throw invalid("/reason", "shared.missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw invalid("/reason", "shared.too-long", Integer.toString(LONGEST_REASON));
        }
        if (request.fields() == null || request.fields().isEmpty()) {
            throw invalid("/fields", "shared.missing");
        }
        return edits.reveal(Paths.profile(id), request.fields(), reason, asker.name())
                .map(Revealed::new)
                .orElseThrow(() -> Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER));
    }

    @PostMapping("/tags")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    TagView tag(@PathVariable String id, @RequestBody NewTag tag) {
        return done(edits.tag(Paths.profile(id), tag, asker.name()));
    }

    @DeleteMapping("/tags/{tag}")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void untag(@PathVariable String id, @PathVariable UUID tag) {
        if (!edits.untag(Paths.profile(id), tag, asker.name())) {
            throw Refusal.of(SharedProblem.NOT_FOUND);
        }
    }

    @PostMapping("/contacts")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    ContactView addContact(@PathVariable String id, @RequestBody NewContact contact) {
        return done(edits.addContact(Paths.profile(id), contact, asker.name()));
    }

    @DeleteMapping("/contacts/{contact}")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeContact(@PathVariable String id, @PathVariable UUID contact) {
        if (!edits.removeContact(Paths.profile(id), contact, asker.name())) {
            throw Refusal.of(SharedProblem.NOT_FOUND);
        }
    }

    @PatchMapping("/attributes")
    @Requires(Permission.CUSTOMERS_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void describe(@PathVariable String id, @RequestBody Map<String, @Nullable String> values) {
        var _ = done(edits.describe(Paths.profile(id), values, asker.name()));
    }

    private static <T> T done(Edited<T> edited) {
        return switch (edited) {
            case Edited.Done<T>(var value) -> value;
            case Edited.UnknownCustomer<T> _ -> throw Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER);
            case Edited.Invalid<T>(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
        };
    }

    private static Refusal invalid(String pointer, String code, String... arguments) {
        return Refusal.of(
                SharedProblem.INVALID, List.of(FieldProblem.of(pointer, code, arguments)));
    }
}
