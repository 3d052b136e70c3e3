/**
 * What whoever runs the product needs: health, metrics, settings, problems, the console's files.
 */
@NullMarked
@ApplicationModule(
        displayName = "operations",
        allowedDependencies = {"shared", "workspace", "access"})
package io.millrace.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
