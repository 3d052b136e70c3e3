/** Tells other systems by HTTP who enters and leaves an audience, at least once and in order. */
@NullMarked
package io.millrace.audiences.push;

import org.jspecify.annotations.NullMarked;
