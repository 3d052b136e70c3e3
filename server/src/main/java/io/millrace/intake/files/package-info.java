/** Files: uploads, what is guessed from them, imports as background jobs, and their undo. */
@NullMarked
package io.millrace.intake.files;

import org.jspecify.annotations.NullMarked;
