/** Long work: progress, pause, cancel, survival of a restart. */
@NullMarked
@ApplicationModule(
        displayName = "jobs",
        allowedDependencies = {"shared", "workspace", "access"})
package io.millrace.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
