package io.millrace.customers.web;

import io.millrace.access.Access;
import io.millrace.access.Access.Caller;
import org.springframework.stereotype.Component;

/** Who makes the request; every route here needs a permission, so there is somebody. */
@Component
class Asker {
    private final Access access;

    Asker(Access access) {
        this.access = access;
    }

    Caller caller() {
        return access.caller()
                .orElseThrow(() -> new IllegalStateException("a route was open to nobody"));
    }

    String name() {
        return caller().name();
    }
}
