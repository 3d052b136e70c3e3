package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.web.CustomersController.Paths;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.ErasedStore;
import io.millrace.shared.PersonalData.Field;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person may ask for: to be told everything, and to be forgotten. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
class PersonController {
    private final CustomerFiles files;
    private final Privacy privacy;
    private final Asker asker;

    PersonController(CustomerFiles files, Privacy privacy, Asker asker) {
        this.files = files;
        this.privacy = privacy;
        this.asker = asker;
    }

    record Certificate(
            UUID id,
            UUID job,
            String state,
            List<ErasedStore> stores,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    @PostMapping("/erasure")
    @Requires(Permission.CUSTOMERS_ERASE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Certificate erase(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Refusal.of(CustomersProblem.NO_IDEMPOTENCY_KEY);
        }
        var profiles = profiles(id);
        var root = profiles.getFirst();
        var erasure =
                privacy.erase(root, new LinkedHashSet<>(profiles), root + "|" + key, asker.name());
        return new Certificate(
                erasure.id(),
                erasure.job(),
                erasure.state().name().toLowerCase(Locale.ROOT),
                erasure.stores(),
                erasure.requestedAt(),
                erasure.finishedAt());
    }

    record Person(ProfileId customer, List<Store> stores) {}

    record Store(String store, Map<String, List<Map<String, String>>> sections) {}

    @GetMapping("/export")
    @Requires(Permission.CUSTOMERS_EXPORT)
    ResponseEntity<Person> export(@PathVariable String id) {
        var profiles = profiles(id);
        var root = profiles.getFirst();
        privacy.audit(asker.name(), "customer.export", root.toString(), Map.of());
        var stores =
                privacy.export(new LinkedHashSet<>(profiles)).stream()
                        .map(store -> {
                            Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
                            store.sections()
                                    .forEach(section ->
                                            sections.put(
                                                    section.name(),
                                                    section.rows().stream()
                                                            .map(this::row)
                                                            .toList()));
                            return new Store(store.store(), sections);
                        })
                        .toList();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + root + ".json\"")
                .body(new Person(root, stores));
    }

    private Map<String, String> row(List<Field> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        fields.forEach(field -> row.put(field.name(), field.value()));
        return row;
    }

    private List<ProfileId> profiles(String id) {
        var profiles = files.profiles(Paths.profile(id));
        if (profiles.isEmpty()) {
            throw Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER);
        }
        return profiles;
    }
}
