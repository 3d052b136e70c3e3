/**
 * Lifetime value: how often a customer buys, until when, and for how much. Every model states the
 * paper it follows, works in one stated unit of time, and says what it lacks instead of guessing.
 */
@NullMarked
package io.millrace.kernel.model.lifetime;

import org.jspecify.annotations.NullMarked;
