/** Each person's key, the runs of erasure and export, the audit trail. */
@NullMarked
@ApplicationModule(
        displayName = "privacy",
        allowedDependencies = {"shared", "workspace", "access", "jobs", "timelines"})
package io.millrace.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
