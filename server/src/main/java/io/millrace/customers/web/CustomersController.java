package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.CustomerFile;
import io.millrace.customers.CustomerFiles.FactView;
import io.millrace.customers.CustomerFiles.Listed;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.customers.CustomerFiles.TimelineQuery;
import io.millrace.customers.CustomersProblem;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CustomersController {
    private final CustomerFiles files;
    private final Workspace workspace;
    private final Asker asker;

    CustomersController(CustomerFiles files, Workspace workspace, Asker asker) {
        this.files = files;
        this.workspace = workspace;
        this.asker = asker;
    }

    @GetMapping("/customers")
    @Requires(Permission.CUSTOMERS_READ)
    Page<Row> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String[] in,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String kind,
            @Nullable AsOf asOf,
            Paging paging) {
        var query =
                new Query(
                        q,
                        in == null ? List.of() : List.of(in),
                        tag,
                        asOf == null ? null : asOf.instant(),
                        sort,
                        "visitors".equals(kind),
                        paging.cursor(),
                        paging.limit(),
                        paging.total());
        return switch (files.list(query, asker.caller())) {
            case Listed.Found(var page) -> page;
            case Listed.Invalid(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
        };
    }

    @GetMapping("/customers/{id}")
    @Requires(Permission.CUSTOMERS_READ)
    CustomerFile one(@PathVariable String id, @Nullable AsOf asOf) {
        return files.find(Paths.profile(id), asOf == null ? null : asOf.instant(), asker.caller())
                .orElseThrow(() -> Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER));
    }

    @GetMapping("/customers/{id}/timeline")
    @Requires(Permission.CUSTOMERS_READ)
    Page<FactView> timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<String> kind,
            @RequestParam(required = false) @Nullable Set<String> group,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String subject,
            Paging paging) {
        var profile = Paths.profile(id);
        if (files.profiles(profile).isEmpty()) {
            throw Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER);
        }
        var query =
                new TimelineQuery(
                        kind == null ? Set.of() : kind,
                        group == null ? Set.of() : group,
                        bound("from", from, 0),
                        bound("to", to, 1),
                        subject == null || subject.isBlank() ? null : subject,
                        paging.cursor(),
                        paging.limit());
        return files.timeline(profile, query, asker.caller());
    }

    @GetMapping("/facts/{id}")
    @Requires(Permission.CUSTOMERS_READ)
    FactOrigin fact(@PathVariable UUID id) {
        return files.fact(id, asker.caller())
                .map(FactOrigin::of)
                .orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }

    /** A day as a bound means the whole day: both bounds are inclusive. */
    private @Nullable Instant bound(String name, @Nullable String text, int daysLater) {
        if (text == null || text.isBlank()) {
            return null;
        }
        ZoneId zone = workspace.settings().zone();
        try {
            if (text.length() == "2026-03-31".length()) {
                var start = LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone);
                return start.toInstant().minusNanos(daysLater * 1_000L);
            }
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.of(
                    SharedProblem.INVALID, List.of(FieldProblem.of(name, "shared.bad-instant")));
        }
    }

    /** Reads ids of paths. */
    static final class Paths {
        private Paths() {}

        static ProfileId profile(String id) {
            try {
                return ProfileId.parse(id);
            } catch (IllegalArgumentException e) {
                throw Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER);
            }
        }
    }
}
