/** Users, roles, sessions, API keys and data levels: who may do and see what. */
@NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"shared", "workspace"})
package io.millrace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
