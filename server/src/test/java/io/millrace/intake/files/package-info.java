@NullMarked
package io.millrace.intake.files;

import org.jspecify.annotations.NullMarked;
