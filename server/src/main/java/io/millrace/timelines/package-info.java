/** The fact log in PostgreSQL, the columnar store built from it, and fold runs. */
@NullMarked
@ApplicationModule(
        displayName = "timelines",
        allowedDependencies = {"shared", "workspace", "access", "jobs"})
package io.millrace.timelines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
