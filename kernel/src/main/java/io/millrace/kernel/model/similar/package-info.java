/** Who is like some customers, and how many of the best it pays to keep. */
@NullMarked
package io.millrace.kernel.model.similar;

import org.jspecify.annotations.NullMarked;
