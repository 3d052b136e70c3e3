/**
 * The JSON form of conditions: one definition of each clause reads it, writes it and describes it.
 */
@NullMarked
package io.millrace.kernel.condition.json;

import org.jspecify.annotations.NullMarked;
