/**
 * Conditions made ready for one store and answered for one customer after the other: verdicts with
 * the instant until which they stand, and explanations, all from the same walk.
 */
@NullMarked
package io.millrace.kernel.condition.evaluate;

import org.jspecify.annotations.NullMarked;
