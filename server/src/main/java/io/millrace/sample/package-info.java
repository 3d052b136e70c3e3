/** The sample brand: a seeded simulator, and its loading and removal. */
@NullMarked
@ApplicationModule(
        displayName = "sample",
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
package io.millrace.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
