@NullMarked
package io.millrace.intake;

import org.jspecify.annotations.NullMarked;
