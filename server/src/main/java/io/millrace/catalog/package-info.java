/** Products, categories, brands, costs, stores and channels. */
@NullMarked
@ApplicationModule(
        displayName = "catalog",
        allowedDependencies = {"shared", "workspace", "access", "jobs", "timelines", "privacy"})
package io.millrace.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
