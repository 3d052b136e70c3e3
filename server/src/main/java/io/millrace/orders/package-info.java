/** Purchases, lines, refunds, net amounts and profit, by business key, for ever. */
@NullMarked
@ApplicationModule(
        displayName = "orders",
        allowedDependencies = {
            "shared",
            "workspace",
            "access",
            "jobs",
            "timelines",
            "privacy",
            "catalog",
            "customers"
        })
package io.millrace.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
