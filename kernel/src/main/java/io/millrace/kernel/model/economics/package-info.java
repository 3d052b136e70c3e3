/** What loyalty is worth: retention, the margin multiple, and profit by the year of tenure. */
@NullMarked
package io.millrace.kernel.model.economics;

import org.jspecify.annotations.NullMarked;
