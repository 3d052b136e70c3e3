/**
 * Tiny and open: ids, money, problem codes and the interfaces that every data-holding module
 * implements.
 */
@NullMarked
@ApplicationModule(
        displayName = "shared",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package io.millrace.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
