package io.millrace.privacy.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.Privacy.AuditEntry;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class PrivacyController {
    private final Privacy privacy;

    PrivacyController(Privacy privacy) {
        this.privacy = privacy;
    }

    @GetMapping("/audit")
    @Requires(Permission.AUDIT_READ)
    Page<AuditEntry> audit(@RequestParam(required = false) @Nullable String q, Paging paging) {
        return privacy.auditTrail(q, paging.cursor(), paging.limit());
    }

    @GetMapping("/audit/verification")
    @Requires(Permission.AUDIT_READ)
    Privacy.Chain verification() {
        return privacy.auditChain();
    }

    @GetMapping("/erasures")
    @Requires(Permission.CUSTOMERS_ERASE)
    Page<Certificate> erasures(Paging paging) {
        var page = privacy.erasures(paging.cursor(), paging.limit());
        return new Page<>(page.items().stream().map(Certificate::of).toList(), page.next(), null);
    }
}
