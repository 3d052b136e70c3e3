package io.millrace.audiences.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Deleted;
import io.millrace.audiences.live.LiveAudiences.Saved;
import io.millrace.audiences.live.LiveAudiences.Wanted;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerLists;
import io.millrace.customers.CustomerLists.Chosen;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import io.millrace.shared.SortedProfiles;
import io.millrace.workspace.AsOf;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/audiences")
class AudiencesController {
    private static final int MOST_CUSTOMERS = 10_000;

    private final LiveAudiences audiences;
    private final CustomerLists lists;
    private final Access access;

    AudiencesController(LiveAudiences audiences, CustomerLists lists, Access access) {
        this.audiences = audiences;
        this.lists = lists;
        this.access = access;
    }

    /**
     * @param kind {@code dynamic} if not said, or {@code static}
     * @param customers of a static one
     * @param from the list of customers who are on a static one, as they are now
     */
    record Body(
            @Nullable String name,
            @Nullable String description,
            @Nullable String folder,
            @Nullable String owner,
            @Nullable String kind,
            @Nullable JsonNode condition,
            @Nullable List<String> customers,
            @Nullable From from) {
        Wanted wanted() {
            return new Wanted(
                    name, description, folder, owner, "static".equals(kind), condition, whom());
        }

        private List<String> whom() {
            List<String> whom = customers == null ? List.of() : customers;
            if (whom.size() > MOST_CUSTOMERS) {
                throw Refusal.of(
                        AudiencesProblem.INVALID,
                        List.of(
                                FieldProblem.of(
                                        "/customers",
                                        "audiences.too-many-customers",
                                        Integer.toString(MOST_CUSTOMERS))));
            }
            return whom;
        }
    }

    /** A list of customers, as its address has it. */
    record From(
            @Nullable String q,
            @Nullable List<String> in,
            @Nullable String tag,
            @Nullable String kind) {
        Query query(@Nullable AsOf asOf) {
            return new Query(
                    q,
                    in == null ? List.of() : in,
                    tag,
                    asOf == null ? null : asOf.instant(),
                    null,
                    "visitors".equals(kind),
                    null,
                    1,
                    false);
        }
    }

    /**
     * @param job that evaluates everybody; null if there is nothing to evaluate
     * @param unknown the places of those whom nobody knows
     */
    record SavedView(UUID id, @Nullable UUID job, List<Integer> unknown) {}

    @GetMapping
    @Requires(Permission.AUDIENCES_READ)
    Page<LiveAudiences.Audience> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String state,
            Paging paging) {
        var filter = new LiveAudiences.Filter(q, folder, owner, state);
        return audiences.list(filter, paging.cursor(), paging.limit(), paging.total());
    }

    @PostMapping
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    SavedView create(@RequestBody Body body, @Nullable AsOf asOf) {
        From from = body.from();
        if (from == null || !"static".equals(body.kind())) {
            return saved(audiences.create(body.wanted(), by()));
        }
        var chosen = chosen(from, asOf);
        SavedView made = saved(audiences.create(body.wanted(), by()));
        return saved(audiences.include(made.id(), chosen));
    }

    private SortedProfiles chosen(From from, @Nullable AsOf asOf) {
        return switch (lists.choose(from.query(asOf))) {
            case Chosen.Found(var customers) -> customers;
            case Chosen.Invalid(var errors) -> throw invalid(errors);
        };
    }

    /** After an evaluation has failed or was stopped. */
    @PostMapping("/{id}/evaluate")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    SavedView evaluate(@PathVariable UUID id) {
        return saved(audiences.evaluate(id));
    }

    @GetMapping("/{id}")
    @Requires(Permission.AUDIENCES_READ)
    AudienceView one(@PathVariable UUID id) {
        return audiences
                .find(id)
                .map(AudienceView::of)
                .orElseThrow(() -> Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.AUDIENCES_WRITE)
    AudienceView describe(@PathVariable UUID id, @RequestBody Body body) {
        saved(audiences.describe(id, body.wanted()));
        return one(id);
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.AUDIENCES_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        switch (audiences.delete(id)) {
            case Deleted.Done() -> {}
            case Deleted.InUse(var uses) ->
                    throw Refusal.of(
                            AudiencesProblem.IN_USE,
                            uses.stream()
                                    .map(LiveAudiences.Use::name)
                                    .collect(Collectors.joining(", ")));
            case Deleted.NoSuchAudience() -> throw Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE);
        }
    }

    @PostMapping("/{id}/customers")
    @Requires(Permission.AUDIENCES_WRITE)
    SavedView add(@PathVariable UUID id, @RequestBody Body body, @Nullable AsOf asOf) {
        From from = body.from();
        return saved(
                from == null
                        ? audiences.add(id, body.whom())
                        : audiences.include(id, chosen(from, asOf)));
    }

    @PostMapping("/{id}/customers/remove")
    @Requires(Permission.AUDIENCES_WRITE)
    SavedView remove(@PathVariable UUID id, @RequestBody Body body) {
        return saved(audiences.remove(id, body.whom()));
    }

    private static SavedView saved(Saved saved) {
        return switch (saved) {
            case Saved.Done(UUID id, UUID job, List<Integer> unknown) ->
                    new SavedView(id, job, unknown);
            case Saved.Invalid(var errors) -> throw invalid(errors);
            case Saved.NameTaken(String name) ->
                    throw Refusal.of(AudiencesProblem.NAME_TAKEN, name);
            case Saved.NoSuchAudience() -> throw Refusal.of(AudiencesProblem.NO_SUCH_AUDIENCE);
            case Saved.NoList() -> throw Refusal.of(AudiencesProblem.LIST_ONLY);
        };
    }

    static Refusal invalid(List<FieldProblem> errors) {
        boolean condition =
                errors.stream().anyMatch(error -> error.pointer().startsWith("/condition"));
        return Refusal.of(
                condition ? AudiencesProblem.INVALID_CONDITION : AudiencesProblem.INVALID, errors);
    }

    private String by() {
        return access.caller().map(Access.Caller::name).orElse("");
    }
}
