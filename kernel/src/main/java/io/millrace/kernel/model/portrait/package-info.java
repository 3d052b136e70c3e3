/** Groups of customers, and in what some customers differ from the others. */
@NullMarked
package io.millrace.kernel.model.portrait;

import org.jspecify.annotations.NullMarked;
