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
import io.millrace.customers.FactTrails;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Through;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final Asker asker;
    private final Timelines timelines;
    private final List<FactTrails> trails;

    CustomersController(
            CustomerFiles files, Asker asker, Timelines timelines, List<FactTrails> trails) {
        this.files = files;
        this.asker = asker;
        this.timelines = timelines;
        this.trails = trails;
    }

    @GetMapping("/customers")
    @Requires(Permission.CUSTOMERS_READ)
    Page<Row> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String[] in,
            @RequestParam(required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String kind,
            @Nullable AsOf asOf,
            Paging paging) {
        var query =
                new Query(
                        q,
                        selections(in, audience),
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

    /** {@code audience=<id>} is short for {@code in=audience:<id>}. */
    private static List<String> selections(@Nullable String[] in, @Nullable String audience) {
        List<String> selections = in == null ? List.of() : List.of(in);
        return audience == null
                ? selections
                : Stream.concat(selections.stream(), Stream.of("audience:" + audience)).toList();
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
            @Nullable AsOf from,
            @Nullable Through to,
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
                        from == null ? null : from.instant(),
                        to == null ? null : to.instant(),
                        subject == null || subject.isBlank() ? null : subject,
                        paging.cursor(),
                        paging.limit());
        return files.timeline(profile, query, asker.caller());
    }

    @GetMapping("/facts/{id}")
    @Requires(Permission.CUSTOMERS_READ)
    FactOrigin fact(@PathVariable UUID id) {
        return files.fact(id, asker.caller())
                .map(this::origin)
                .orElseThrow(() -> Refusal.of(SharedProblem.NOT_FOUND));
    }

    private FactOrigin origin(FactView fact) {
        var key = timelines.keyOf(fact.id());
        var asked =
                new FactTrails.Asked(
                        fact.kind(),
                        fact.source(),
                        fact.subject(),
                        key,
                        fact.recordedAt(),
                        Set.copyOf(files.profiles(fact.customer())));
        for (var trail : trails) {
            var found = trail.of(asked);
            if (found != null) {
                return FactOrigin.of(fact, key, found);
            }
        }
        return FactOrigin.of(fact, key, null);
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
