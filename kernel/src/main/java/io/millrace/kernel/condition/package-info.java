/**
 * Closed, typed conditions over a timeline, with the instant at which time alone can change the
 * answer.
 */
@NullMarked
package io.millrace.kernel.condition;

import org.jspecify.annotations.NullMarked;
