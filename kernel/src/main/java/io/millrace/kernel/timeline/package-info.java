/** Facts, timelines and folds: a customer is a timeline, everything computed is a fold over it. */
@NullMarked
package io.millrace.kernel.timeline;

import org.jspecify.annotations.NullMarked;
