/** Segment-compatible HTTP, CSV and Excel imports, the inbox of rejected input. */
@NullMarked
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {
            "shared",
            "workspace",
            "access",
            "jobs",
            "timelines",
            "privacy",
            "catalog",
            "customers",
            "orders"
        })
package io.millrace.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
