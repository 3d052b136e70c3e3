/** The read side: overview, Pareto, the user pyramid. */
@NullMarked
@ApplicationModule(
        displayName = "insights",
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
            "intake",
            "models",
            "audiences"
        })
package io.millrace.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
