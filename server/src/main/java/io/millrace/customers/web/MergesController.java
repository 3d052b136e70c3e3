package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerEdits;
import io.millrace.customers.CustomerEdits.Merged;
import io.millrace.customers.CustomerEdits.Unmerged;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.CandidateView;
import io.millrace.customers.CustomerFiles.MergeView;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.web.CustomersController.Paths;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MergesController {
    private final CustomerFiles files;
    private final CustomerEdits edits;
    private final Asker asker;

    MergesController(CustomerFiles files, CustomerEdits edits, Asker asker) {
        this.files = files;
        this.edits = edits;
        this.asker = asker;
    }

    record Merge(@Nullable String member, @Nullable String reason) {}

    record MergeId(UUID mergeId) {}

    record Separated(ProfileId customer) {}

    @PostMapping("/customers/{id}/merge")
    @Requires(Permission.CUSTOMERS_MERGE)
    MergeId merge(@PathVariable String id, @RequestBody Merge request) {
        if (request.member() == null) {
            throw missing("/member");
        }
        if (request.reason() == null || request.reason().isBlank()) {
            throw missing("/reason");
        }
        var member = Paths.profile(request.member());
        return switch (edits.merge(Paths.profile(id), member, request.reason(), asker.name())) {
            case Merged.Done(var merge) -> new MergeId(merge);
            case Merged.UnknownCustomer _ -> throw Refusal.of(CustomersProblem.UNKNOWN_CUSTOMER);
            case Merged.SameCustomer _ -> throw Refusal.of(CustomersProblem.SAME_CUSTOMER);
            case Merged.ErasedCustomer _ -> throw Refusal.of(CustomersProblem.ERASED);
        };
    }

    @DeleteMapping("/merges/{merge}")
    @Requires(Permission.CUSTOMERS_MERGE)
    Separated unmerge(@PathVariable UUID merge) {
        return switch (edits.unmerge(merge, asker.name())) {
            case Unmerged.Done(var member) -> new Separated(member);
            case Unmerged.UnknownMerge _ -> throw Refusal.of(CustomersProblem.UNKNOWN_MERGE);
            case Unmerged.AlreadyUndone _ -> throw Refusal.of(CustomersProblem.ALREADY_UNDONE);
        };
    }

    @GetMapping("/merges")
    @Requires(Permission.CUSTOMERS_READ)
    Page<MergeView> merges(Paging paging) {
        return files.merges(paging.cursor(), paging.limit());
    }

    @GetMapping("/merge-candidates")
    @Requires(Permission.CUSTOMERS_READ)
    Page<CandidateView> candidates(Paging paging) {
        return files.candidates(paging.cursor(), paging.limit());
    }

    private static Refusal missing(String pointer) {
        return Refusal.of(
                SharedProblem.INVALID, List.of(FieldProblem.of(pointer, "shared.missing")));
    }
}
