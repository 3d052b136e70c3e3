/** Customer models as runs: RFM and its scores. */
@NullMarked
@ApplicationModule(
        displayName = "models",
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
package io.millrace.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
