/** PostgreSQL for the product: the embedded server or the one that MILLRACE_DATABASE_URL names. */
@NullMarked
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {"shared"})
package io.millrace.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
