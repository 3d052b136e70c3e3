/** Who brings whom, and what that is worth. */
@NullMarked
package io.millrace.kernel.model.influence;

import org.jspecify.annotations.NullMarked;
