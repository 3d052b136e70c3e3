/** Profiles, identities and merging, tags, households and roles. */
@NullMarked
@ApplicationModule(
        displayName = "customers",
        allowedDependencies = {
            "shared",
            "workspace",
            "access",
            "jobs",
            "timelines",
            "privacy",
            "catalog"
        })
package io.millrace.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
