/**
 * The commands of the {@code millrace} script: those that talk to a running server, and models. No
 * Spring.
 */
@NullMarked
@ApplicationModule(
        displayName = "cli",
        allowedDependencies = {})
package io.millrace.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
