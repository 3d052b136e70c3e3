package io.millrace.access;

import io.millrace.access.Access.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who made the request that this thread serves. */
@Component
class CurrentCaller {
    Optional<Caller> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SignedInCaller known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    String name() {
        return caller().map(Caller::id).orElse("product");
    }

    AccessChanged change(String action, UUID target, String detail, String value) {
        return new AccessChanged(name(), action, target.toString(), Map.of(detail, value));
    }
}
