/** The organisation's own settings: zone, currency, language, phone region. */
@NullMarked
@ApplicationModule(
        displayName = "workspace",
        allowedDependencies = {"shared"})
package io.millrace.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
