/** Lifecycle and stage maps: ordered, editable rules. */
@NullMarked
@ApplicationModule(
        displayName = "audiences",
        allowedDependencies = {
            "shared",
            "workspace",
            "access",
            "jobs",
            "timelines",
            "privacy",
            "catalog",
            "customers",
            "orders",
            "intake"
        })
package io.millrace.audiences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
